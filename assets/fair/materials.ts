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

const NATURAL = { l: 43, a: 19, b: 30 }

export const MATERIALS: readonly DemoMaterial[] = [
  {
    slug: 'leather-saddle',
    surface: 'grain',
    tileMm: 90,
    colourways: [
      colourway('TAN', 'Saddle tan', 'Седельный', NATURAL),
      colourway('CHS', 'Chestnut', 'Каштан', { l: 32, a: 15, b: 18 }),
    ],
  },
  {
    slug: 'leather-nappa',
    surface: 'grain',
    tileMm: 60,
    colourways: [
      colourway('BLK', 'Black', 'Чёрный', { l: 17, a: 0, b: -1 }),
      colourway('COG', 'Cognac', 'Коньяк', { l: 41, a: 22, b: 33 }),
      colourway('MLK', 'Milk', 'Молочный', { l: 86, a: 1, b: 8 }),
    ],
  },
  {
    slug: 'suede-sheep',
    surface: 'nap',
    tileMm: 70,
    colourways: [
      colourway('PLM', 'Plum', 'Слива', { l: 29, a: 19, b: -5 }),
      colourway('SND', 'Sand', 'Песочный', { l: 67, a: 6, b: 20 }),
      colourway('OLV', 'Olive', 'Оливковый', { l: 37, a: -2, b: 17 }),
    ],
  },
  {
    slug: 'felt-wool',
    surface: 'felt',
    tileMm: 60,
    colourways: [
      colourway('ASH', 'Ash', 'Пепельный', { l: 58, a: 1, b: 4 }),
      colourway('MAD', 'Madder', 'Марена', { l: 37, a: 40, b: 24 }),
      colourway('ISK', 'Issyk blue', 'Иссык-кульский синий', { l: 42, a: -6, b: -28 }),
    ],
  },
  {
    slug: 'cotton-lint',
    surface: 'lint',
    tileMm: 160,
    colourways: [colourway('RAW', 'Ginned', 'Волокно', { l: 92, a: 0.4, b: 8.9 })],
  },
  {
    slug: 'wool-tops',
    surface: 'lint',
    tileMm: 120,
    colourways: [
      colourway('NAT', 'Natural white', 'Натуральный белый', { l: 84, a: 1, b: 12 }),
      colourway('BRN', 'Natural brown', 'Натуральный бурый', { l: 34, a: 7, b: 11 }),
    ],
  },
]
