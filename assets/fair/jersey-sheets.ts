import { bands, lab, ring, type FabricSheet } from './fabric-sheet.ts'
import { dyed } from './palette.ts'

/** Circular knits for sweatshirts, dresses and children's wear. */
export const JERSEY_SHEETS: readonly FabricSheet[] = [
  {
    slug: 'terry-280', material: 'knit', structure: 'frenchTerry', composition: [['cotton', 80], ['polyester', 20]],
    yarn: ring('cotton', 40), walesPerCm: 12, coursesPerCm: 16, loopLengthMm: 3.6, widthCm: 185, thicknessMm: 1.3,
    dyeing: 'pieceDyed', finish: 'compacted, open loop', hand: ['soft', 'full'], lossPercent: 0, shrink: [-5, -4],
    grades: [4, 4, 3.5, 4, 3.5], rollLengthM: 40, hsCode: '6006220000', colours: dyed('GRF', 'OAT', 'JUN', 'TER'),
  },
  {
    slug: 'interlock-190', material: 'knit', structure: 'interlock', composition: [['cotton', 100]],
    yarn: ring('cotton', 18, { spinning: 'compact' }), walesPerCm: 16, coursesPerCm: 20, loopLengthMm: 3.3,
    widthCm: 160, thicknessMm: 0.9, dyeing: 'pieceDyed', finish: 'bio-polished, compacted', hand: ['smooth', 'soft'],
    lossPercent: 0, shrink: [-4, -4], grades: [4.5, 4.5, 4, 4.5, 4], rollLengthM: 50, hsCode: '6006220000',
    colours: dyed('MLK', 'PIS', 'LIL', 'SAF'),
  },
  {
    slug: 'jersey-viscose', material: 'knit', structure: 'singleJersey', composition: [['viscose', 95], ['elastane', 5]],
    yarn: ring('viscose', 20), walesPerCm: 15, coursesPerCm: 20, loopLengthMm: 2.9, widthCm: 160, thicknessMm: 0.55,
    dyeing: 'pieceDyed', finish: 'softened', hand: ['fluid', 'soft'], lossPercent: 0, shrink: [-5, -5],
    grades: [4, 4, 3, 4, 3.5], rollLengthM: 50, hsCode: '6004100000', colours: dyed('INK', 'CHR', 'TRQ'),
  },
  {
    slug: 'rib-cotton', material: 'knit', structure: 'rib', composition: [['cotton', 95], ['elastane', 5]],
    yarn: ring('cotton', 30), walesPerCm: 11, coursesPerCm: 14, loopLengthMm: 4.2, widthCm: 130, thicknessMm: 1.2,
    dyeing: 'pieceDyed', finish: 'compacted', hand: ['springy', 'soft'], lossPercent: 0, shrink: [-4, -5],
    grades: [4.5, 4.5, 4, 4.5, 4], rollLengthM: 40, hsCode: '6004100000', colours: dyed('WHT', 'MAD', 'NVY'),
  },
  {
    slug: 'jersey-breton', material: 'knit', structure: 'singleJersey', composition: [['cotton', 100]],
    yarn: ring('cotton', 24), walesPerCm: 14, coursesPerCm: 18, loopLengthMm: 3.1, widthCm: 175, thicknessMm: 0.7,
    dyeing: 'yarnDyed', finish: 'compacted', hand: ['dry', 'smooth'], lossPercent: 0, shrink: [-4, -4],
    grades: [4.5, 4, 3.5, 4.5, 4], rollLengthM: 50, hsCode: '6006230000',
    colours: [
      {
        code: 'BRT', en: 'Navy on milk', ru: 'Синий по молочному', lab: lab(68, 0, -3),
        warpBands: bands([12, lab(90, 0, 6)], [6, lab(22, 1, -16)]),
      },
      {
        code: 'RST', en: 'Madder on oat', ru: 'Марена по овсяному', lab: lab(65, 15, 17),
        warpBands: bands([12, lab(79, 2, 13)], [6, lab(38, 44, 26)]),
      },
    ],
  },
] // prettier-ignore
