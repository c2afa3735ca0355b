import { bands, lab, melange, ring, type FabricSheet } from './fabric-sheet.ts'
import { dyed } from './palette.ts'

const carded = (tex: number, plies?: number) =>
  ring('wool', tex, { spinning: 'woollen', ...(plies !== undefined && { plies }) })

/** Carded wool for coats, suits and blankets. */
export const WINTER_SHEETS: readonly FabricSheet[] = [
  {
    slug: 'herringbone-coat', material: 'woven', structure: 'herringbone', composition: [['wool', 100]],
    warp: carded(110, 2), weft: carded(110, 2), endsPerCm: 16, picksPerCm: 15, crimp: [10, 10], widthCm: 150,
    thicknessMm: 1.7, dyeing: 'stockDyed', finish: 'milled, cropped', hand: ['full', 'springy'], lossPercent: -8,
    shrink: [-2, -2], grades: [4, 4, 3.5, 5, 3.5], rollLengthM: 40, hsCode: '5111191000', raised: 0.3,
    colours: [
      {
        code: 'BRK', en: 'Birch bark', ru: 'Береста', lab: lab(54, 1, 6),
        warpBands: bands([1, melange([0.7, lab(26, 1, 2)], [0.3, lab(46, 2, 6)])]),
        weftBands: bands([1, melange([0.8, lab(78, 1, 9)], [0.2, lab(54, 2, 8)])]),
      },
      {
        code: 'FOR', en: 'Forest', ru: 'Лесной', lab: lab(38, -6, 8),
        warpBands: bands([1, melange([0.8, lab(24, -9, 5)], [0.2, lab(44, -6, 12)])]),
        weftBands: bands([1, melange([0.7, lab(50, -6, 14)], [0.3, lab(34, -8, 8)])]),
      },
    ],
  },
  {
    slug: 'flannel-wool', material: 'woven', structure: 'twill22', composition: [['wool', 100]],
    warp: carded(50), weft: carded(50), endsPerCm: 24, picksPerCm: 22, crimp: [8, 8], widthCm: 150, thicknessMm: 0.8,
    dyeing: 'stockDyed', finish: 'milled, raised', hand: ['soft', 'full'], lossPercent: -4, shrink: [-2, -1.5],
    grades: [4, 4, 3.5, 5, 3.5], rollLengthM: 50, hsCode: '5111110000', raised: 0.5,
    colours: dyed('GRF', 'STL', 'NVY', 'CHR'),
  },
  {
    slug: 'blanket-yak', material: 'woven', structure: 'twill22', composition: [['wool', 70], ['yak', 30]],
    warp: carded(140), weft: carded(140), endsPerCm: 10, picksPerCm: 10, crimp: [10, 10], widthCm: 150,
    thicknessMm: 2.4, dyeing: 'stockDyed', finish: 'raised both sides', hand: ['lofty', 'soft'], lossPercent: -5,
    shrink: [-3, -2.5], grades: [4, 4, 3.5, 5, 3], rollLengthM: 40, hsCode: '5111191000', raised: 0.75,
    colours: dyed('OAT', 'CHO', 'STL'),
  },
] // prettier-ignore
