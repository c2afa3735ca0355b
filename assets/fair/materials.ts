import type { Colourway, Lab } from '#shared/model/product-colour.ts'

/** What isn't woven or knitted: its surface is made by `goods/material-maps.ts`. */
export type DemoMaterial = {
  slug: string
  surface: 'grain' | 'nap' | 'felt' | 'lint'
  /** Edge of the square tile of its maps. */
  tileMm: number
  colourways: Colourway[]
}

const colourway = (code: string, en: string, ru: string, lab: Lab): Colourway => ({
  code, name: { en, ru }, lab, illuminant: 'D65', observerDeg: 10,
}) // prettier-ignore

export const MATERIALS: readonly DemoMaterial[] = [
  {
    slug: 'leather-saddle',
    surface: 'grain',
    tileMm: 90,
    colourways: [colourway('TAN', 'Saddle tan', 'Седельный', { l: 43, a: 19, b: 30 })],
  },
  {
    slug: 'suede-sheep',
    surface: 'nap',
    tileMm: 70,
    colourways: [colourway('PLM', 'Plum', 'Слива', { l: 29, a: 19, b: -5 })],
  },
  {
    slug: 'felt-wool',
    surface: 'felt',
    tileMm: 60,
    colourways: [colourway('ASH', 'Ash', 'Пепельный', { l: 58, a: 1, b: 4 })],
  },
  {
    slug: 'cotton-lint',
    surface: 'lint',
    tileMm: 160,
    colourways: [colourway('RAW', 'Ginned', 'Волокно', { l: 92, a: 0.4, b: 8.9 })],
  },
]
