import type { AssetVariant } from '#shared/model/asset.ts'
import type { Slot, SlotKind } from '#shared/model/fair.ts'
import type { HallView, ProductView, StandView } from '#client/showroom/state/showroom-types.ts'

const COMPANIES = [
  'Namangan Twill', 'Фабрика «Купалинка»', 'Ararat Leather', 'Алматы Кашемир', 'Osh Felt House', 'Ивановский ситец',
  'Khujand Silk', 'Margilan Atlas', 'Гомель Лён', 'Bukhara Cotton Mills', 'Шымкент Трикотаж', 'Gyumri Footwear',
  'Samarkand Home', 'Полоцк Текстиль', 'Bishkek Denim', 'Сыктывкар Шерсть', 'Fergana Ikat', 'Камволь', 'Yerevan Knit',
  'Dushanbe Yarn', 'Тверь Сатин', 'Talas Wool', 'Andijan Towel', 'Вологда Кружево',
] // prettier-ignore

/** Lengths of a fixture's GLB files, as the harness' server lists them. */
export type ModelIndex = Readonly<Record<string, readonly AssetVariant[]>>

function uuid(kind: number, at: number): string {
  return `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`
}

interface SlotPlan {
  readonly kind: SlotKind
  readonly x: number
  readonly z: number
  readonly turn: number
  readonly goods: readonly string[]
}

const THREE_BY_THREE: readonly SlotPlan[] = [
  {
    kind: 'headerRail',
    x: -0.3,
    z: -1.0,
    turn: 0,
    goods: ['header', 'header', 'header', 'header', 'header', 'header', 'header'],
  },
  { kind: 'table', x: 0.4, z: 0.55, turn: 0, goods: ['bolt', 'stack'] },
  { kind: 'plinth', x: -1.05, z: 0.7, turn: 0, goods: ['cushion'] },
]
const SIX_BY_THREE: readonly SlotPlan[] = [
  { kind: 'wall', x: -1.5, z: -1.38, turn: 0, goods: ['hung', 'hung', 'hung'] },
  {
    kind: 'shelf',
    x: 1.3,
    z: -1.2,
    turn: 0,
    goods: ['stack', 'cushion', 'stack', 'bolt', 'stack', 'cushion'],
  },
  { kind: 'table', x: -0.6, z: 0.45, turn: 0, goods: ['bolt', 'stack', 'bolt'] },
  { kind: 'mannequin', x: 1.5, z: 0.7, turn: 20, goods: ['tunic'] },
  { kind: 'plinth', x: -2.3, z: 0.9, turn: 0, goods: ['cushion'] },
]
const SIX_BY_SIX: readonly SlotPlan[] = [
  {
    kind: 'headerRail',
    x: -1.6,
    z: -1.2,
    turn: 0,
    goods: ['header', 'header', 'header', 'header', 'header', 'header'],
  },
  {
    kind: 'headerRail',
    x: 1.6,
    z: -1.2,
    turn: 180,
    goods: ['header', 'header', 'header', 'header', 'header'],
  },
  { kind: 'table', x: 0, z: 0.9, turn: 0, goods: ['bolt', 'stack', 'stack'] },
  { kind: 'mannequin', x: -2, z: 1.7, turn: -20, goods: ['tunic'] },
  { kind: 'plinth', x: 2, z: 1.7, turn: 0, goods: ['cushion'] },
  { kind: 'screen', x: 0, z: -2.2, turn: 0, goods: [] },
]

/** A hall of 24 stands in two blocks and an island row, with goods of every shape. */
export function fixtureHall(models: ModelIndex, standCount = 24): HallView {
  let productCount = 0
  const stands: StandView[] = []

  function addStand(
    shape: 'row' | 'corner' | 'island',
    areaM2: 9 | 18 | 36,
    x: number,
    z: number,
    headingDeg: 0 | 90 | 180 | 270,
  ): void {
    const at = stands.length
    if (at >= standCount) return
    const [widthM, depthM] = areaM2 === 9 ? [3, 3] : areaM2 === 18 ? [6, 3] : [6, 6]
    const plan = areaM2 === 9 ? THREE_BY_THREE : areaM2 === 18 ? SIX_BY_THREE : SIX_BY_SIX
    const products: ProductView[] = []
    const slots: Slot[] = plan.map((slot, slotAt) => ({
      id: `slot-${slotAt}`,
      kind: slot.kind,
      xM: slot.x,
      zM: slot.z,
      turnDeg: slot.turn,
      productIds: slot.goods.map((shape) => {
        const id = uuid(2, productCount)
        const cloth = `${shape}-${(productCount * 7 + at) % 10}`
        const variants = models[cloth] ?? models[shape] ?? []
        products.push({
          id,
          name: `${COMPANIES[at] ?? ''} ${shape} ${productCount}`,
          kind: 'fabric',
          variants,
        })
        productCount += 1
        return id
      }),
    }))
    stands.push({
      id: uuid(1, at),
      number: `${'ABCD'[Math.floor(at / 8)] ?? 'E'}${(at % 8) + 1}`,
      companyName: COMPANIES[at] ?? `Stand ${at + 1}`,
      place: { xM: x, zM: z, widthM, depthM, shape, areaM2, headingDeg },
      layout: { slots },
      products,
    })
  }

  // Two blocks of rows, back to back, either side of the middle aisle; islands in the middle at the far end.
  for (const side of [1, -1] as const) {
    const facing = side === 1 ? 270 : 90
    const away = side === 1 ? 90 : 270
    for (let row = 0; row < 5; row++) {
      addStand(
        row === (side === 1 ? 0 : 4) ? 'corner' : 'row',
        row % 2 === 0 ? 18 : 9,
        side * 5,
        row % 2 === 0 ? 9 - row * 4.5 : 4.5 - (row - 1) * 4.5,
        away,
      )
    }
    for (let row = 0; row < 5; row++) {
      addStand(
        'row',
        row % 2 === 0 ? 18 : 9,
        side * 8.1,
        row % 2 === 0 ? 9 - row * 4.5 : 4.5 - (row - 1) * 4.5,
        facing,
      )
    }
  }
  addStand('island', 36, 0, -17.5, 0)
  addStand('island', 36, 9.5, -17.5, 0)
  addStand('island', 36, -9.5, -17.5, 0)
  addStand('row', 18, 16.4, 4, 90)

  return {
    hall: {
      id: uuid(0, 1),
      slug: 'hall-1',
      name: 'Hall 1',
      widthM: 36,
      depthM: 44,
      entrance: { xM: 0, zM: 17.5, headingDeg: 0 },
      aisles: [
        { name: 'Main', xM: 0, zM: 1, widthM: 6, depthM: 40 },
        { name: 'East', xM: 12.2, zM: 1, widthM: 5, depthM: 40 },
        { name: 'West', xM: -12.2, zM: 1, widthM: 5, depthM: 40 },
        { name: 'North', xM: 0, zM: -13.2, widthM: 34, depthM: 2.4 },
        { name: 'Entrance', xM: 0, zM: 15.5, widthM: 34, depthM: 6 },
      ],
      areas: [],
    },
    stands,
  }
}
