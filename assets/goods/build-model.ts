import type { Lab } from '#shared/model/product-colour.ts'
import type { Structure } from '#shared/model/product-composition.ts'
import { fibreNature } from '#shared/textile/yarn.ts'
import { linearFromLab } from '#shared/textile/colour.ts'
import { seedFrom } from '#shared/textile/noise.ts'
import type { DemoProduct, GoodsShape } from '../fair/demo-fair.types.ts'
import { fabricSheet, statedWeightGsm } from '../fair/fabrics.ts'
import { MATERIALS } from '../fair/materials.ts'
import { PRODUCTS } from '../fair/products.ts'
import { writeGlb, type Gloss, type Part, type Surface } from './glb.ts'
import { CARD_MM, labelCard } from './label-card.ts'
import { fabricMaps } from './maps-memory.ts'
import { makeMaterialMaps } from './material-maps.ts'
import type { ShapeContext, ShapePart } from './shape.ts'
import { sliver } from './sliver.ts'
import { sneaker } from './sneaker.ts'
import { curtain, dressForm, tableDrape } from './shapes-draped.ts'
import { drape, header, scarf, skin } from './shapes-hung.ts'
import { folded, towels } from './shapes-folded.ts'
import { bale, bedLinen, cushion } from './shapes-stuffed.ts'
import { bolt, roll } from './shapes-wound.ts'
import { apron, slipper, tote, tunic } from './shapes-worn.ts'

const SHAPES: Record<GoodsShape, (context: ShapeContext) => ShapePart[]> = {
  header, bolt, roll, folded, drape, cushion, towels, scarf, tote, tunic, apron, skin, slipper, bale, curtain,
  bedLinen, tableDrape, dressForm, sneaker, sliver,
} // prettier-ignore

const plain = (name: string, l: number, a: number, b: number, roughness: number, metallic = 0): Surface => ({
  kind: 'plain', name, lab: { l, a, b }, roughness, metallic,
}) // prettier-ignore

/** What is not the product's own material; `edge` is the colour inside its cloth. */
const surfaces = (product: DemoProduct, edge: Lab) => ({
  card: plain('card', 94, 0, 3, 0.85),
  wood: plain('oak', 70, 9, 26, 0.6),
  metal: plain('steel', 78, 0, 1, 0.3, 1),
  strap: plain('strap', 30, -2, -20, 0.4),
  sole: plain('sole', 44, 18, 28, 0.65),
  linen: plain('linen', 84, 2, 10, 0.9),
  rubber: plain('rubber', 91, 0, 4, 0.55),
  lace: plain('lace', 90, 0, 5, 0.85),
  kraft: plain('kraft', 62, 6, 20, 0.9),
  flesh: plain('flesh side', Math.min(80, edge.l + 18), edge.a * 0.6, edge.b * 0.7 + 4, 1),
  edge: plain('cut edge', edge.l, edge.a, edge.b, 1),
  band: plain('border', edge.l - 4, edge.a, edge.b, 0.75),
  label: {
    kind: 'print',
    name: 'label',
    svg: labelCard(product),
    widthMm: CARD_MM.width,
    heightMm: CARD_MM.height,
  } as const,
})

/** How firm a cloth is by its weight and thickness: silk 0.05, shirting 0.3, denim 0.8. */
const stiffnessOf = (weightGsm: number, soft: boolean) =>
  Math.min(0.9, Math.max(0.05, (weightGsm - 60) / (soft ? 700 : 380)))

/** Parallel floats stretch the highlight across them: warp-faced satins most, and filament more than staple. */
const glossOf = (structure: Structure, filament: boolean): Gloss | undefined => {
  const floats: Partial<Record<Structure, number>> = {
    satin8: 0.8,
    jacquard: 0.8,
    satin5: 0.6,
    twill31: 0.25,
  }
  const strength = (floats[structure] ?? 0) * (filament ? 1 : 0.6)
  // Warp floats run along v: a quarter turn from the weft.
  return strength > 0 ? { strength, rotation: Math.PI / 2 } : undefined
}

const clothOf = (
  product: DemoProduct,
): {
  surface: Surface
  edge: Lab
  context: Omit<ShapeContext, 'seed' | 'sizeM' | 'areaM2' | 'wearerScale'>
} => {
  const { fabric, colourway } = product.model
  const seed = seedFrom(`${fabric}/${colourway}`)
  const material = MATERIALS.find((candidate) => candidate.slug === fabric)
  if (material) {
    const colour = material.colourways.find((candidate) => candidate.code === colourway)
    if (!colour) throw new RangeError(`no colourway ${colourway} of ${fabric}`)
    const maps = makeMaterialMaps(material, colour.lab, seed)
    const [r, g, b] = linearFromLab(colour.lab)
    const napped = material.surface !== 'grain'
    const sheen = { colour: [r * 0.35, g * 0.35, b * 0.35] as const, roughness: 0.5 }
    return {
      surface: { kind: 'cloth', name: fabric, maps, ...(napped && { sheen }) },
      edge: colour.lab,
      context: { stiffness: 0.8, weightGsm: 900, widthMm: 1200, thicknessMm: 2 },
    }
  }
  const sheet = fabricSheet(fabric)
  const yarn = sheet.material === 'knit' ? sheet.yarn : sheet.warp
  const nature = fibreNature(yarn.fibre)
  const weightGsm = statedWeightGsm(sheet)
  // Stray fibres catch light at grazing angles: the hairier and the more raised, the more.
  const fuzz = yarn.filament ? 0 : 0.02 + 0.09 * nature.hairiness + 0.16 * (sheet.raised ?? 0)
  const labs = sheet.colours.find((candidate) => candidate.code === colourway)?.lab ?? { l: 70, a: 0, b: 0 }
  const [r, g, b] = linearFromLab(labs)
  // A cut shows the inside: in denim the white weft under the indigo warp.
  const inside =
    sheet.colours.find((candidate) => candidate.code === colourway)?.weftBands?.[0]?.colour[0]?.lab ?? labs
  const gloss = glossOf(sheet.structure, yarn.filament ?? false)
  const tint = (own: number) => Math.min(1, Math.max(0, fuzz * (0.4 + 1.2 * own)))
  return {
    surface: {
      kind: 'cloth',
      name: `${fabric} ${colourway}`,
      maps: fabricMaps(fabric, colourway),
      ...(gloss && { gloss }),
      ...(fuzz > 0 && {
        sheen: { colour: [tint(r), tint(g), tint(b)] as const, roughness: 0.42 + 0.3 * nature.hairiness },
      }),
    },
    edge: inside,
    context: {
      stiffness: stiffnessOf(weightGsm, sheet.material === 'knit' || nature.hairiness > 0.8),
      weightGsm,
      widthMm: sheet.widthCm * 10,
      thicknessMm: sheet.thicknessMm,
    },
  }
}

/** A child of 110 cm to the 168 cm that the form is made for. */
const CHILD_SCALE = 110 / 168

/** Size of finished goods in metres, from their spec. */
const sizeOf = ({ spec }: DemoProduct): ShapeContext['sizeM'] => {
  if (spec.kind === 'homeTextile')
    return [spec.widthCm / 100, spec.lengthCm / 100, (spec.depthCm ?? 15) / 100]
  if (spec.kind === 'accessory')
    return [(spec.widthCm ?? 38) / 100, (spec.heightCm ?? 40) / 100, (spec.depthCm ?? 10) / 100]
  const length =
    spec.kind === 'garment'
      ? spec.measurements?.find((row) => row.point.startsWith('length'))?.valueCm
      : undefined
  return [0.5, (length ?? 80) / 100, 0.2]
}

/** The parts of a product's model, before they are written. */
export const modelParts = (product: DemoProduct): Part[] => {
  const { surface, edge, context } = clothOf(product)
  const others = surfaces(product, edge)
  const shape = SHAPES[product.model.shape]({
    ...context,
    // By what it is made from, so that products which share all of that can share the model.
    seed: seedFrom(`${product.model.shape}/${product.model.fabric}/${product.model.colourway}`),
    sizeM: sizeOf(product),
    areaM2: product.spec.kind === 'leather' ? product.spec.averageAreaDm2 / 100 : 1,
    wearerScale: product.spec.kind === 'garment' && product.spec.wearer === 'children' ? CHILD_SCALE : 1,
  })
  return shape.map((part) => ({
    name: part.name,
    mesh: part.mesh,
    surface: part.surface === 'cloth' ? surface : others[part.surface],
    ...(part.seamless !== undefined && { seamless: part.seamless }),
  }))
}

/** The model of any product of the demo's kind; see `buildModel`. */
export const buildModelOf = (product: DemoProduct): Promise<Uint8Array> =>
  writeGlb(product.slug, modelParts(product))

/**
 * The model of a demo product as an exhibitor would upload it: a GLB in metres, Y up, with true-scale maps. The same
 * product gives the same bytes. Throws RangeError where no product has the slug.
 */
export const buildModel = async (productSlug: string): Promise<Uint8Array> => {
  const product = PRODUCTS.find((candidate) => candidate.slug === productSlug)
  if (!product) throw new RangeError(`no demo product ${productSlug}`)
  return buildModelOf(product)
}
