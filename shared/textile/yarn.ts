import type { Fibre } from '#shared/model/product-composition.ts'

/** Yarn counts: tex is g/km; Ne = 590.5/tex (840 yd hanks per lb), Nm = 1000/tex (m/g), den = 9 tex (g/9 km). */
export const texFromNe = (ne: number): number => 590.5 / ne
export const neFromTex = (tex: number): number => 590.5 / tex
export const texFromNm = (nm: number): number => 1000 / nm
export const nmFromTex = (tex: number): number => 1000 / tex
export const texFromDen = (den: number): number => den / 9
export const denFromTex = (tex: number): number => tex * 9

type FibreNature = {
  /** g/cm³ (Morton and Hearle, Physical Properties of Textile Fibres, table 5.1). */
  densityGPerCm3: number
  /** Surface for rendering: roughness of a smooth bundle, 0-1. */
  roughness: number
  /** How many stray fibres stand out of a spun yarn, 0-1. */
  hairiness: number
  /** Visible unevenness of a spun yarn's thickness, 0-1. */
  unevenness: number
}

const nature = (densityGPerCm3: number, roughness: number, hairiness: number, unevenness: number): FibreNature => ({
  densityGPerCm3, roughness, hairiness, unevenness,
}) // prettier-ignore

const COTTON = nature(1.52, 0.86, 0.45, 0.35)
const WOOL = nature(1.31, 0.92, 0.9, 0.3)
const BAST = nature(1.5, 0.74, 0.3, 0.9)
const REGENERATED = nature(1.52, 0.62, 0.3, 0.2)
const SYNTHETIC = nature(1.39, 0.55, 0.12, 0.1)

const NATURES: Partial<Record<Fibre, FibreNature>> = {
  cotton: COTTON,
  wool: WOOL,
  virginWool: WOOL,
  cashmere: { ...WOOL, hairiness: 1 },
  mohair: { ...WOOL, roughness: 0.7, hairiness: 1 },
  camel: WOOL,
  yak: WOOL,
  alpaca: WOOL,
  silk: nature(1.34, 0.38, 0.03, 0.12),
  flax: BAST,
  hemp: BAST,
  ramie: BAST,
  jute: BAST,
  viscose: REGENERATED,
  modal: REGENERATED,
  lyocell: REGENERATED,
  cupro: { ...REGENERATED, roughness: 0.45, hairiness: 0.05 },
  acetate: { ...REGENERATED, densityGPerCm3: 1.32, roughness: 0.42, hairiness: 0.02 },
  polyester: SYNTHETIC,
  polyamide: { ...SYNTHETIC, densityGPerCm3: 1.14, roughness: 0.48 },
  acrylic: { ...SYNTHETIC, densityGPerCm3: 1.19, hairiness: 0.6, roughness: 0.8 },
  polypropylene: { ...SYNTHETIC, densityGPerCm3: 0.91 },
}

/** What a fibre is like; fibres without an entry of their own behave like cotton. */
export const fibreNature = (fibre: Fibre): FibreNature => NATURES[fibre] ?? COTTON

/**
 * Diameter of a yarn in mm, as a cylinder of `tex` g/km. `packing` is the share of its section that is fibre: about
 * 0.6 in ring-spun yarn, 0.55 in woollen, 0.75 in filament (Hearle, Grosberg and Backer 1969).
 */
export const yarnDiameterMm = (tex: number, densityGPerCm3: number, packing = 0.6): number =>
  Math.sqrt((4 * tex) / (Math.PI * 1000 * densityGPerCm3 * packing))
