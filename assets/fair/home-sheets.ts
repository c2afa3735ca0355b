import { bands, lab, ring, type FabricSheet } from './fabric-sheet.ts'
import { dyed } from './palette.ts'

const polyester = (tex: number) => ring('polyester', tex, { filament: true, spinning: 'filament' })
const flax = (tex: number) => ring('flax', tex, { slub: 1.1 })

/** Cloth for beds, tables, windows and bathrooms. */
export const HOME_SHEETS: readonly FabricSheet[] = [
  {
    slug: 'calico-125', material: 'woven', structure: 'plain', composition: [['cotton', 100]],
    warp: ring('cotton', 25, { spinning: 'openEnd' }), weft: ring('cotton', 25, { spinning: 'openEnd' }),
    endsPerCm: 25, picksPerCm: 23, crimp: [7, 7], widthCm: 220, thicknessMm: 0.3, dyeing: 'pieceDyed',
    finish: 'singed, sanforised', hand: ['dry', 'firm'], lossPercent: 3, shrink: [-4, -2.5],
    grades: [4, 4, 3.5, 4, 4], rollLengthM: 100, hsCode: '5208320000', colours: dyed('MLK', 'SKY', 'PWD', 'SGE'),
  },
  {
    slug: 'percale-60', material: 'woven', structure: 'plain', composition: [['cotton', 100]],
    warp: ring('cotton', 12, { spinning: 'compact' }), weft: ring('cotton', 12, { spinning: 'compact' }),
    endsPerCm: 46, picksPerCm: 38, crimp: [7, 7], widthCm: 280, thicknessMm: 0.21, dyeing: 'pieceDyed',
    finish: 'mercerised, calendered', hand: ['crisp', 'smooth'], lossPercent: 3, shrink: [-2, -2],
    grades: [4.5, 4.5, 4, 5, 4], rollLengthM: 80, hsCode: '5208320000', colours: dyed('WHT', 'OAT', 'LIL', 'NVY'),
  },
  {
    slug: 'damask-170', material: 'woven', structure: 'jacquard', composition: [['cotton', 100]],
    warp: ring('cotton', 18, { spinning: 'compact' }), weft: ring('cotton', 25),
    endsPerCm: 48, picksPerCm: 32, crimp: [6, 5], widthCm: 180, thicknessMm: 0.38, dyeing: 'yarnDyed',
    finish: 'mercerised, soil release', hand: ['smooth', 'full'], lossPercent: 3, shrink: [-3, -2],
    grades: [4.5, 4.5, 4, 5, 4], rollLengthM: 60, hsCode: '5208490000', colours: dyed('WHT', 'PRL', 'CHR'),
  },
  {
    slug: 'waffle-160', material: 'woven', structure: 'dobby', composition: [['cotton', 100]],
    warp: ring('cotton', 30), weft: ring('cotton', 30), endsPerCm: 26, picksPerCm: 22, crimp: [10, 10],
    widthCm: 150, thicknessMm: 1.1, dyeing: 'pieceDyed', finish: 'tumbled', hand: ['lofty', 'dry'], lossPercent: 3,
    shrink: [-5, -4], grades: [4.5, 4.5, 4, 5, 4], rollLengthM: 60, hsCode: '5208390000',
    colours: dyed('WHT', 'SGE', 'TER'),
  },
  {
    slug: 'terry-hotel', material: 'woven', structure: 'terryLoop', composition: [['cotton', 100]],
    warp: ring('cotton', 44, { plies: 2 }), weft: ring('cotton', 40), endsPerCm: 24, picksPerCm: 20, crimp: [5, 5],
    pileRatio: 7.5, widthCm: 150, thicknessMm: 3.8, dyeing: 'pieceDyed', finish: 'tumbled', hand: ['lofty', 'soft'],
    lossPercent: 4, shrink: [-5, -3], grades: [4.5, 4.5, 4, 5, 4], rollLengthM: 50, hsCode: '5802190000',
    colours: dyed('WHT', 'SND', 'MAD', 'ISK'),
  },
  {
    slug: 'voile-window', material: 'woven', structure: 'plain', composition: [['polyester', 100]],
    warp: polyester(8), weft: polyester(8), endsPerCm: 30, picksPerCm: 26, crimp: [5, 5], widthCm: 300,
    thicknessMm: 0.16, dyeing: 'pieceDyed', finish: 'heat set, weighted hem', hand: ['crisp', 'fluid'], lossPercent: 2,
    shrink: [-1, -1], grades: [4.5, 4.5, 4.5, 6, 4.5], rollLengthM: 50, hsCode: '5407613000',
    colours: dyed('SHR', 'OAT', 'PRL'),
  },
  {
    slug: 'blackout-250', material: 'woven', structure: 'dobby', composition: [['polyester', 100]],
    warp: polyester(30), weft: polyester(40), endsPerCm: 40, picksPerCm: 24, crimp: [5, 5], widthCm: 280,
    thicknessMm: 0.48, dyeing: 'pieceDyed', finish: 'three-pass dim-out weave, heat set', hand: ['full', 'soft'],
    lossPercent: -8, shrink: [-1, -1], grades: [4.5, 4.5, 4.5, 6.5, 4.5], rollLengthM: 40, hsCode: '5407520000',
    colours: dyed('GRF', 'OCH', 'BOT', 'PLM'),
  },
  {
    slug: 'linen-bed', material: 'woven', structure: 'plain', composition: [['flax', 100]],
    warp: flax(38), weft: flax(38), endsPerCm: 19, picksPerCm: 18, crimp: [6, 5], widthCm: 260, thicknessMm: 0.34,
    dyeing: 'pieceDyed', finish: 'air tumbled', hand: ['soft', 'dry'], lossPercent: 3, shrink: [-3.5, -3],
    grades: [4, 4, 3.5, 5, 4], rollLengthM: 50, hsCode: '5309290000', unevenDye: 0.1,
    colours: dyed('OAT', 'STL', 'ROS'),
  },
  {
    slug: 'linen-basket', material: 'woven', structure: 'basket', composition: [['flax', 100]],
    warp: flax(84), weft: flax(84), endsPerCm: 16, picksPerCm: 15, crimp: [8, 6], widthCm: 150, thicknessMm: 0.72,
    dyeing: 'greige', finish: 'softened', hand: ['full', 'dry'], lossPercent: 3, shrink: [-4, -3],
    grades: [4, 4, 3.5, 5, 4], rollLengthM: 40, hsCode: '5309190000', unevenDye: 0.14,
    colours: dyed('OAT', 'CLY'),
  },
  {
    slug: 'kitchen-check', material: 'woven', structure: 'plain', composition: [['flax', 52], ['cotton', 48]],
    warp: ring('cotton', 36, { plies: 2 }), weft: flax(42), endsPerCm: 18, picksPerCm: 17, crimp: [7, 5],
    widthCm: 150, thicknessMm: 0.4, dyeing: 'yarnDyed', finish: 'washed', hand: ['dry', 'crisp'], lossPercent: 3,
    shrink: [-4, -3], grades: [4.5, 4, 3.5, 5, 4], rollLengthM: 60, hsCode: '5309290000',
    colours: [
      {
        code: 'MCK', en: 'Madder check', ru: 'Клетка, марена', lab: lab(70.5, 16.5, 12.5),
        warpBands: bands([16, lab(90, 0, 5)], [8, lab(38, 44, 26)]),
        weftBands: bands([16, lab(90, 0, 5)], [8, lab(38, 44, 26)]),
      },
      {
        code: 'BCK', en: 'Bath blue check', ru: 'Клетка, голубая', lab: lab(77, -2.5, -5),
        warpBands: bands([16, lab(90, 0, 5)], [8, lab(52, -8, -26)]),
        weftBands: bands([16, lab(90, 0, 5)], [8, lab(52, -8, -26)]),
      },
    ],
  },
] // prettier-ignore
