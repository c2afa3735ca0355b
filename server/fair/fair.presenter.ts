import type { ProductCard } from '#shared/model/cards.ts'
import type { CompanyCard } from '#shared/model/cards.ts'
import type { StandEntry, StandInHall } from '#shared/protocol/fair.ts'
import type { FairRow, StandRow, StandWithLayout } from './fair.repository.ts'

export const presentFair = (row: FairRow) => ({
  ...row,
  opensAt: row.opensAt.toISOString(),
  closesAt: row.closesAt.toISOString(),
})

export const presentStand = (row: StandRow, company: CompanyCard | undefined): StandEntry => ({
  id: row.id,
  slug: row.slug,
  number: row.number,
  hallId: row.hallId,
  place: row.place,
  door: row.door,
  capacity: row.capacity,
  company: company ?? null,
})

export const presentStandInHall = (
  row: StandWithLayout,
  company: CompanyCard | undefined,
  products: ProductCard[],
): StandInHall => ({
  ...presentStand(row, company),
  layout: row.layout,
  layoutVersion: row.layoutVersion,
  products,
})
