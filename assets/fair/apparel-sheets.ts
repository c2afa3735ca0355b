import { bands, lab, ring, type FabricSheet } from './fabric-sheet.ts'
import { dyed } from './palette.ts'

const filament = (fibre: 'polyamide' | 'polyester', tex: number) =>
  ring(fibre, tex, { filament: true, spinning: 'filament' })
const reeled = (tex: number) => ring('silk', tex, { filament: true, spinning: 'reeled' })

/** Cloth for trousers, dresses, workwear and outerwear. */
export const APPAREL_SHEETS: readonly FabricSheet[] = [
  {
    slug: 'denim-light', material: 'woven', structure: 'twill31', composition: [['cotton', 100]],
    warp: ring('cotton', 50, { slub: 1.2 }), weft: ring('cotton', 50), endsPerCm: 28, picksPerCm: 20, crimp: [9, 4],
    widthCm: 155, thicknessMm: 0.56, dyeing: 'indigo', finish: 'stone washed', hand: ['soft', 'dry'], lossPercent: 1,
    shrink: [-2, -1.5], grades: [4, 3.5, 2, 4, 4], rollLengthM: 90, hsCode: '5209420000', unevenDye: 0.35,
    colours: [
      {
        code: 'STW', en: 'Stone wash', ru: 'Стоунвош', lab: lab(57, -1.5, -13),
        warpBands: bands([1, lab(45, -1, -22)]), weftBands: bands([1, lab(84, 0, 4)]),
      },
      {
        code: 'MID', en: 'Mid indigo', ru: 'Средний индиго', lab: lab(44.5, 1, -14),
        warpBands: bands([1, lab(30, 3, -24)]), weftBands: bands([1, lab(82, 0, 5)]),
      },
    ],
  },
  {
    slug: 'denim-stretch', material: 'woven', structure: 'twill31', composition: [['cotton', 98], ['elastane', 2]],
    warp: ring('cotton', 70), weft: ring('cotton', 60), endsPerCm: 28, picksPerCm: 19, crimp: [10, 6],
    widthCm: 145, thicknessMm: 0.66, dyeing: 'yarnDyed', finish: 'overdyed, sanforised', hand: ['firm', 'springy'],
    lossPercent: 1, shrink: [-2.5, -4], grades: [4, 3.5, 2.5, 4, 4], rollLengthM: 80, hsCode: '5209430000',
    colours: dyed('INK', 'GRF', 'CHO'),
  },
  {
    slug: 'gabardine-cotton', material: 'woven', structure: 'twill21', composition: [['cotton', 100]],
    warp: ring('cotton', 20, { plies: 2 }), weft: ring('cotton', 20, { plies: 2 }), endsPerCm: 52, picksPerCm: 28,
    crimp: [9, 4], widthCm: 150, thicknessMm: 0.38, dyeing: 'pieceDyed', finish: 'water repellent, fluorine free',
    hand: ['smooth', 'firm'], lossPercent: 2, shrink: [-1.5, -1], grades: [4.5, 4, 3.5, 5, 4], rollLengthM: 80,
    hsCode: '5208330000', colours: dyed('SND', 'BOT', 'NVY', 'CHR'),
  },
  {
    slug: 'workwear-mix', material: 'woven', structure: 'twill22', composition: [['polyester', 65], ['cotton', 35]],
    warp: ring('polyester', 30), weft: ring('polyester', 36), endsPerCm: 36, picksPerCm: 23, crimp: [8, 5],
    widthCm: 150, thicknessMm: 0.42, dyeing: 'pieceDyed', finish: 'soil and oil repellent', hand: ['firm', 'dry'],
    lossPercent: 1, shrink: [-1.5, -1], grades: [4.5, 4.5, 4, 5.5, 4], rollLengthM: 100, hsCode: '5514220000',
    colours: dyed('GRF', 'ISK', 'TER'),
  },
  {
    slug: 'taslan-shell', material: 'woven', structure: 'plain', composition: [['polyamide', 100]],
    warp: filament('polyamide', 16), weft: filament('polyamide', 16), endsPerCm: 40, picksPerCm: 32, crimp: [4, 4],
    widthCm: 150, thicknessMm: 0.22, dyeing: 'pieceDyed', finish: 'polyurethane coated, water repellent',
    hand: ['crisp', 'smooth'], lossPercent: -8, shrink: [-1, -1], grades: [4.5, 4.5, 4, 6, 4.5], rollLengthM: 80,
    hsCode: '5407420000', colours: dyed('OCH', 'JUN', 'INK'),
  },
  {
    slug: 'ripstop-poly', material: 'woven', structure: 'ripstop', composition: [['polyester', 100]],
    warp: filament('polyester', 17), weft: filament('polyester', 17), endsPerCm: 34, picksPerCm: 30, crimp: [4, 4],
    widthCm: 150, thicknessMm: 0.2, dyeing: 'pieceDyed', finish: 'calendered, water repellent', hand: ['crisp'],
    lossPercent: -2, shrink: [-1, -1], grades: [4.5, 4.5, 4.5, 6, 4.5], rollLengthM: 100, hsCode: '5407520000',
    colours: dyed('SAF', 'STL', 'MAD'),
  },
  {
    slug: 'viscose-plain', material: 'woven', structure: 'plain', composition: [['viscose', 100]],
    warp: ring('viscose', 20), weft: ring('viscose', 20), endsPerCm: 30, picksPerCm: 26, crimp: [7, 6],
    widthCm: 145, thicknessMm: 0.24, dyeing: 'pieceDyed', finish: 'softened', hand: ['fluid', 'soft'], lossPercent: 3,
    shrink: [-4, -3], grades: [4, 4, 3, 4, 3.5], rollLengthM: 60, hsCode: '5516120000',
    colours: dyed('PWD', 'MOS', 'CRN'),
  },
  {
    slug: 'lyocell-twill', material: 'woven', structure: 'twill21', composition: [['lyocell', 100]],
    warp: ring('lyocell', 20), weft: ring('lyocell', 22), endsPerCm: 40, picksPerCm: 28, crimp: [6, 5],
    widthCm: 148, thicknessMm: 0.3, dyeing: 'pieceDyed', finish: 'enzyme washed, peached', hand: ['fluid', 'smooth'],
    lossPercent: 4, shrink: [-3, -2.5], grades: [4, 4, 3.5, 4.5, 4], rollLengthM: 60, hsCode: '5516120000',
    raised: 0.08, colours: dyed('IND', 'SGE', 'CLY'),
  },
  {
    slug: 'linen-viscose', material: 'woven', structure: 'twill22', composition: [['flax', 55], ['viscose', 45]],
    warp: ring('viscose', 40), weft: ring('flax', 40, { slub: 1.1 }), endsPerCm: 24, picksPerCm: 20, crimp: [7, 6],
    widthCm: 140, thicknessMm: 0.42, dyeing: 'pieceDyed', finish: 'garment washed', hand: ['fluid', 'dry'],
    lossPercent: 3, shrink: [-3.5, -3], grades: [4, 4, 3.5, 5, 4], rollLengthM: 50, hsCode: '5309290000',
    unevenDye: 0.08, colours: dyed('SND', 'OLV', 'ROS'),
  },
  {
    slug: 'atlas-ikat', material: 'woven', structure: 'satin8', composition: [['silk', 100]],
    warp: reeled(6), weft: reeled(8), endsPerCm: 84, picksPerCm: 42, crimp: [4, 4], widthCm: 45, thicknessMm: 0.18,
    dyeing: 'yarnDyed', finish: 'beaten smooth', hand: ['silky', 'fluid'], lossPercent: 0, shrink: [-2, -1],
    grades: [3.5, 3.5, 3, 4, 4], rollLengthM: 25, hsCode: '5007209000',
    colours: [
      {
        code: 'PMG', en: 'Pomegranate stripe', ru: 'Гранатовая полоса', lab: lab(53, 22, 16),
        warpBands: bands([60, lab(38, 50, 24)], [12, lab(92, 0, 6)], [40, lab(24, 4, -22)], [12, lab(76, 10, 62)]),
        weftBands: bands([1, lab(60, 26, 18)]),
      },
      {
        code: 'SPR', en: 'Spring green stripe', ru: 'Весенняя полоса', lab: lab(63, -14, 16),
        warpBands: bands([60, lab(48, -34, 20)], [12, lab(92, 0, 6)], [40, lab(78, 4, 56)], [12, lab(44, 40, 4)]),
        weftBands: bands([1, lab(66, -14, 18)]),
      },
    ],
  },
] // prettier-ignore
