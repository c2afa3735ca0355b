import type { DemoStand } from './demo-fair.types.ts'
import { furnish } from './furnish.ts'
import { PRODUCTS } from './products.ts'
import type { StandKit } from './stand-kits.ts'

type Place = DemoStand['place']
/** The most goods that a stand of each size shows. */
const MOST_GOODS = { 9: 24, 18: 24, 36: 38 } as const
const CAPACITY = { 9: 12, 18: 20, 36: 40 } as const

const stand = (
  number: string, companySlug: string, kit: StandKit, areaM2: Place['areaM2'], shape: Place['shape'],
  xM: number, zM: number, headingDeg: Place['headingDeg'] = 0, door: DemoStand['door'] = 'open',
): DemoStand => ({
  slug: `${number.slice(0, 1).toLowerCase()}-${number.slice(1)}`,
  number,
  hallSlug: `hall-${number.slice(0, 1).toLowerCase()}`,
  companySlug,
  door,
  capacity: CAPACITY[areaM2],
  place: { xM, zM, widthM: areaM2 === 9 ? 3 : 6, depthM: areaM2 === 36 ? 6 : 3, shape, areaM2, headingDeg },
  slots: furnish(kit, PRODUCTS.filter((product) => product.companySlug === companySlug), MOST_GOODS[areaM2]),
}) // prettier-ignore

/** The stands of both halls, those nearest to the entrance first. */
export const STANDS: readonly DemoStand[] = [
  stand('A01', 'zarbuloq-mills', 'clothIsland36', 36, 'island', -7, 6.5),
  stand('A02', 'veretyanka', 'clothIsland36', 36, 'island', 7, 6.5),
  stand('A03', 'talka-cotton', 'clothIsland36', 36, 'island', -7, -3.5),
  stand('A04', 'fergana-jersey', 'clothIsland36', 36, 'island', 7, -3.5),
  stand('A05', 'dnyapro-linen', 'clothCorner18', 18, 'corner', -16, 8),
  stand('A06', 'darvoza-silk-cotton', 'clothRow9', 9, 'row', -20.5, 8),
  stand('A07', 'margilan-atlas', 'clothRow18', 18, 'row', -16, 5, 180),
  stand('A08', 'istaravshan-leather', 'skinsRow9', 9, 'row', -20.5, 5, 180),
  stand('A09', 'kyzyl-alma-knit', 'clothRow18', 18, 'row', 16, 8),
  stand('A10', 'sarytau-leather', 'skinsRow9', 9, 'row', 20.5, 8, 0, 'registered'),
  stand('A11', 'hrodna-shirts', 'wearRow18', 18, 'corner', 16, 5, 180),
  stand('A12', 'vakhsh-cotton', 'balesRow9', 9, 'row', 20.5, 5, 180),
  stand('A13', 'ertis-wool', 'clothRow18', 18, 'row', 19, -2),
  stand('A14', 'chuy-denim', 'wearRow18', 18, 'corner', 19, -5, 180),
  stand('B01', 'bukhara-terry', 'homeIsland36', 36, 'island', -6, 4),
  stand('B02', 'baranavichy-bed', 'bedCorner18', 18, 'corner', 6, 5.5),
  stand('B03', 'gyumri-knit', 'clothCorner18', 18, 'corner', 6, 2.5, 180),
  stand('B04', 'vanadzor-shoes', 'bagsCorner9', 9, 'corner', -13.5, 5.5),
  stand('B05', 'karakol-felt', 'bagsRow9', 9, 'row', -16.5, 5.5),
  stand('B06', 'cheboksary-workwear', 'clothRow18', 18, 'row', -15, 2.5, 180),
  stand('B07', 'medeu-outerwear', 'wearRow18', 18, 'row', 15, 5.5),
  stand('B08', 'nerekhta-flax', 'homeCorner18', 18, 'corner', 15, 2.5, 180),
  stand('B09', 'babruisk-shoes', 'shoesRow9', 9, 'row', -9.5, -3.5),
  stand('B10', 'ordabasy-cotton', 'balesRow9', 9, 'row', 9.5, -3.5),
]
