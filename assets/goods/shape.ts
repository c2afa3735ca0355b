import type { Mesh } from './mesh.ts'

/** What a form needs to know of its material. */
export type ShapeContext = {
  seed: number
  /** 0 fluid to 1 firm. */
  stiffness: number
  weightGsm: number
  widthMm: number
  thicknessMm: number
  /** Edges of finished goods in metres, where the spec states them. */
  sizeM: readonly [width: number, height: number, depth: number]
  areaM2: number
  /** How large who wears it is, of a grown person; the form is made for them. */
  wearerScale: number
}

/** A part of a form and what it's made of; `cloth` is the material of the product. */
export type ShapePart = {
  name: string
  mesh: Mesh
  surface:
    | 'cloth' | 'card' | 'label' | 'wood' | 'metal' | 'strap' | 'sole' | 'linen' | 'rubber' | 'lace' | 'kraft' | 'flesh'
    /** The cut edge of the cloth, and a smooth border woven into it. */
    | 'edge' | 'band' // prettier-ignore
  seamless?: boolean
}
