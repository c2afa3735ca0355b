import type { SlotKind } from '#shared/model/fair.ts'
import type { DemoProduct, DemoSlot, GoodsShape } from './demo-fair.types.ts'
import { STAND_KITS, type StandKit } from './stand-kits.ts'

/** Where a form belongs, the best place first, and how many of it a piece shows at their true scale. */
const PLACES: Record<GoodsShape, Partial<Record<SlotKind, number>>> = {
  header: { headerRail: 5, wall: 6 },
  drape: { wall: 2 },
  curtain: { wall: 2 },
  skin: { wall: 2, headerRail: 2 },
  bolt: { table: 4, plinth: 1 },
  roll: { plinth: 1, table: 4 },
  folded: { table: 6, shelf: 6, plinth: 1 },
  towels: { shelf: 6, table: 6, plinth: 1 },
  cushion: { plinth: 1, table: 4 },
  bedLinen: { table: 2 },
  tableDrape: { table: 2 },
  scarf: { plinth: 1, table: 4 },
  tote: { plinth: 1, headerRail: 4, table: 4 },
  slipper: { shelf: 6, table: 6, plinth: 1 },
  sneaker: { shelf: 6, table: 6, plinth: 1 },
  tunic: { mannequin: 1 },
  apron: { mannequin: 1 },
  dressForm: { mannequin: 1 },
  bale: { plinth: 1, table: 2 },
  sliver: { plinth: 1, table: 2 },
}
/** Lengths of 45 and 50 cm, and skins of sheep and goats: so many of them hang on a wall. */
const NARROW_ON_WALL = 3
const isNarrow = ({ spec }: DemoProduct) =>
  (spec.kind === 'fabric' && spec.widthCm <= 60) || (spec.kind === 'leather' && spec.averageAreaDm2 <= 80)
/** Pieces that show no goods. */
const BARE: readonly SlotKind[] = ['screen', 'counter', 'meetingTable', 'plant']
/** So many of one kind may hang or lie together. */
const MOST_ALIKE = 3

/**
 * Puts a company's goods on the furniture of a kit: each once, then what is shown least again and again, piece by
 * piece, until all are full or `most` goods are shown. What hangs or lies together is of one form where there is enough
 * of it. Pieces that nothing of the company fits are left out. Throws where a product finds no place.
 */
export const furnish = (kit: StandKit, goods: readonly DemoProduct[], most: number): DemoSlot[] => {
  const counts = new Map<SlotKind, number>()
  const slots = STAND_KITS[kit].map(([kind, xM, zM, turnDeg]) => {
    const at = (counts.get(kind) ?? 0) + 1
    counts.set(kind, at)
    return { id: `${kind}-${at}`, kind, xM, zM, turnDeg, goods: [] as DemoProduct[] }
  })
  type Piece = (typeof slots)[number]
  const shown: DemoProduct[] = []

  const roomFor = (product: DemoProduct, { kind }: Piece) => {
    const room = PLACES[product.model.shape][kind] ?? 0
    return kind === 'wall' && isNarrow(product) ? Math.max(room, NARROW_ON_WALL) : room
  }
  const fits = (product: DemoProduct, piece: Piece) =>
    [...piece.goods, product].every((other) => roomFor(other, piece) > piece.goods.length)
  const countIn = (list: readonly DemoProduct[], product: DemoProduct) =>
    list.filter((other) => other === product).length
  const put = (product: DemoProduct, piece: Piece) => {
    piece.goods.push(product)
    shown.push(product)
  }

  for (const product of goods) {
    const kinds = Object.keys(PLACES[product.model.shape])
    const piece = kinds
      .flatMap((kind) => slots.filter((candidate) => candidate.kind === kind))
      .find((candidate) => fits(product, candidate))
    if (!piece) throw new RangeError(`no place for ${product.slug} in ${kit}`)
    put(product, piece)
  }

  /** What a piece shows next: a third of the same last, its own form before others, what it and the stand have least of. */
  const nextFor = (piece: Piece): DemoProduct | undefined => {
    const rank = (product: DemoProduct) =>
      [
        Number(countIn(piece.goods, product) === MOST_ALIKE - 1),
        Number(
          piece.goods.length > 0 && piece.goods.every(({ model }) => model.shape !== product.model.shape),
        ),
        countIn(piece.goods, product),
        countIn(shown, product),
      ].reduce((sum, part) => sum * 100 + part, 0)
    return goods
      .filter((product) => fits(product, piece) && countIn(piece.goods, product) < MOST_ALIKE)
      .toSorted((a, b) => rank(a) - rank(b))[0]
  }
  for (const piece of slots)
    for (let next = nextFor(piece); next && shown.length < most; next = nextFor(piece)) put(next, piece)

  return slots
    .filter((piece) => BARE.includes(piece.kind) || piece.goods.length > 0)
    .map(({ goods: own, ...slot }) => ({ ...slot, productSlugs: own.map(({ slug }) => slug) }))
}
