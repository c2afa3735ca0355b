import type { DemoProduct } from '../fair/demo-fair.types.ts'
import { FABRIC_SHEETS } from '../fair/fabrics.ts'
import { MATERIALS } from '../fair/materials.ts'
import { cardTexts } from './label-card.ts'

/**
 * Everything that the model of a product follows from: its form, its material in one colourway, the sizes that its
 * spec states and, on a header, the card. Products of which this is the same look the same, so one model serves them all.
 */
export const modelSource = (product: DemoProduct): unknown => {
  const { model, spec } = product
  const { shape, fabric, colourway } = model
  const sheet = FABRIC_SHEETS.find(({ slug }) => slug === fabric)
  const material = MATERIALS.find(({ slug }) => slug === fabric)
  const sizes =
    spec.kind === 'homeTextile' ||
    spec.kind === 'accessory' ||
    spec.kind === 'garment' ||
    spec.kind === 'leather'
      ? [
          'widthCm' in spec && spec.widthCm,
          'lengthCm' in spec && spec.lengthCm,
          'heightCm' in spec && spec.heightCm,
          'depthCm' in spec && spec.depthCm,
          'averageAreaDm2' in spec && spec.averageAreaDm2,
          'measurements' in spec && spec.measurements,
          'wearer' in spec && spec.wearer,
        ]
      : []
  const { colours, ...cloth } = sheet ?? { colours: [] }
  const { colourways, ...surface } = material ?? { colourways: [] }
  return {
    shape,
    cloth,
    surface,
    colour: [...colours, ...colourways].find(({ code }) => code === colourway),
    sizes,
    card: shape === 'header' ? cardTexts(product) : [],
  }
}
