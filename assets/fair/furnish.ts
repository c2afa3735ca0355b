import type { SlotKind } from '#shared/model/fair.ts'
import type { DemoProduct, DemoSlot, GoodsShape } from './demo-fair.types.ts'
import { STAND_KITS, type StandKit } from './stand-kits.ts'

/** How many goods a piece shows at their true scale. */
const ROOM: Record<SlotKind, number> = {
  headerRail: 4,
  table: 2,
  plinth: 1,
  mannequin: 1,
  wall: 2,
  shelf: 4,
  screen: 0,
  counter: 0,
  meetingTable: 0,
  plant: 0,
}

/** Where a form belongs, the best place first. */
const PLACES: Record<GoodsShape, readonly SlotKind[]> = {
  header: ['headerRail'],
  drape: ['wall'],
  curtain: ['wall'],
  skin: ['wall', 'table'],
  bolt: ['table', 'plinth'],
  roll: ['plinth', 'table'],
  folded: ['table', 'shelf', 'plinth'],
  towels: ['shelf', 'table', 'plinth'],
  cushion: ['shelf', 'plinth', 'table'],
  bedLinen: ['table', 'plinth'],
  tableDrape: ['table'],
  scarf: ['plinth', 'wall', 'table'],
  tote: ['plinth', 'table', 'shelf'],
  slipper: ['shelf', 'table', 'plinth'],
  sneaker: ['shelf', 'table', 'plinth'],
  tunic: ['mannequin', 'wall'],
  apron: ['mannequin', 'wall'],
  dressForm: ['mannequin'],
  bale: ['plinth', 'table'],
  sliver: ['plinth', 'table'],
} // prettier-ignore

/**
 * Puts a company's goods on the furniture of a kit: each once, then again where pieces stand empty, up to `most`
 * goods in all. Pieces that nothing of the company fits are left out. Throws where a product finds no place.
 */
export const furnish = (kit: StandKit, goods: readonly DemoProduct[], most: number): DemoSlot[] => {
  const counts = new Map<SlotKind, number>()
  const slots: DemoSlot[] = STAND_KITS[kit].map(([kind, xM, zM, turnDeg]) => {
    const at = (counts.get(kind) ?? 0) + 1
    counts.set(kind, at)
    return { id: `${kind}-${at}`, kind, xM, zM, turnDeg, productSlugs: [] }
  })
  let placed = 0
  const put = (product: DemoProduct, fits: (slot: DemoSlot) => boolean): boolean => {
    for (const kind of PLACES[product.model.shape]) {
      const slot = slots.find(
        (candidate) => candidate.kind === kind && !candidate.productSlugs.includes(product.slug) && fits(candidate),
      )
      if (!slot) continue
      slot.productSlugs.push(product.slug)
      placed++
      return true
    }
    return false
  } // prettier-ignore
  const hasRoom = (slot: DemoSlot) => slot.productSlugs.length < ROOM[slot.kind]
  for (const product of goods)
    if (!put(product, hasRoom)) throw new RangeError(`no place for ${product.slug} in ${kit}`)
  for (const product of goods) if (placed < most) put(product, (slot) => slot.productSlugs.length === 0)
  for (const product of goods) if (placed < most) put(product, hasRoom)
  return slots.filter(({ kind, productSlugs }) => ROOM[kind] === 0 || productSlugs.length > 0)
}
