import { randomUUID } from 'node:crypto'
import type { Door, Hall, StandLayout, StandPlace } from '#shared/model/fair.ts'
import type { Principal } from '#shared/model/principal.ts'
import type { CompanyCard } from '#shared/model/cards.ts'
import type { FairDirectory, FairDraft, StandEntry, StandInHall } from '#shared/protocol/fair.ts'
import { presentCompanyCard, type CatalogueService } from '../catalogue/index.ts'
import type { Database } from '../platform/database/database.ts'
import { tell } from '../platform/database/notices.ts'
import { AppError, isDuplicateKey } from '../platform/errors.ts'
import { presentFair, presentStand, presentStandInHall } from './fair.presenter.ts'
import { fairRepository, type StandRow, type StandWithLayout } from './fair.repository.ts'
import { assertAreasInside, assertSlotsInside, assertStandFits } from './stand-plan.ts'

export interface FairParts {
  db: Database
  catalogue: CatalogueService
  /** Visitors who are in a hall now. */
  visitorsIn(hallId: string): number
}

export const createFairService = ({ db, catalogue, visitorsIn }: FairParts) => {
  const fair = fairRepository(db)

  const requireStand = async (standId: string): Promise<StandWithLayout> => {
    const stand = await fair.findStand(standId)
    if (!stand) throw new AppError('not_found')
    return stand
  }

  const cardsByCompany = async (rows: readonly StandRow[]): Promise<Map<string, CompanyCard>> => {
    const ids = [...new Set(rows.flatMap(({ companyId }) => (companyId ? [companyId] : [])))]
    return new Map((await catalogue.findCompanies(ids)).map((row) => [row.id, presentCompanyCard(row)]))
  }

  const entry = async (row: StandRow): Promise<StandEntry> =>
    presentStand(row, (await cardsByCompany([row])).get(row.companyId ?? ''))

  const inHall = async (rows: readonly StandWithLayout[], withDrafts: boolean): Promise<StandInHall[]> => {
    const companies = await cardsByCompany(rows)
    const ids = [
      ...new Set(rows.flatMap(({ layout }) => layout.slots.flatMap(({ productIds }) => productIds))),
    ]
    const cards = new Map((await catalogue.cards(ids, withDrafts)).map((card) => [card.id, card]))
    return rows.map((row) => {
      const shown = new Set(row.layout.slots.flatMap(({ productIds }) => productIds))
      const products = [...shown].flatMap((id) => cards.get(id) ?? [])
      return presentStandInHall(row, companies.get(row.companyId ?? ''), products)
    })
  }

  const isStaff = (principal: Principal, stand: StandRow) =>
    stand.companyId !== null && catalogue.mayEdit(principal, stand.companyId)

  const service = {
    async directory(): Promise<FairDirectory> {
      const row = await fair.findFair()
      if (!row) throw new AppError('not_found')
      const [halls, stands] = await Promise.all([fair.listHalls(row.id), fair.listStands(row.id)])
      const companies = await cardsByCompany(stands)
      return {
        fair: presentFair(row),
        halls: halls.map((hall) => ({ ...hall, visitors: visitorsIn(hall.id) })),
        stands: stands.map((stand) => presentStand(stand, companies.get(stand.companyId ?? ''))),
      }
    },

    findFair: fair.findFair,
    findHall: fair.findHall,
    findStand: fair.findStand,
    hallIdBySlug: fair.hallIdBySlug,
    standsShowing: fair.standsShowing,
    isStaff,

    async getHall(hallId: string): Promise<{ hall: Hall; stands: StandInHall[] }> {
      const hall = await fair.findHall(hallId)
      if (!hall) throw new AppError('not_found')
      return { hall, stands: await inHall(await fair.standsOfHall(hallId), false) }
    },

    /** Throws `door_closed` unless the stand's door lets this principal through. Its own staff always may. */
    async assertMayEnter(stand: StandRow, principal: Principal): Promise<void> {
      if (stand.door === 'open' || isStaff(principal, stand)) return
      const registered = !['guest', 'expired', 'suspended'].includes(principal.kind)
      if (stand.door === 'registered' && registered) return
      if (stand.door === 'invited' && registered && (await fair.isInvited(stand.id, principal.id))) return
      throw new AppError('door_closed', { door: stand.door })
    },

    async getStand(standId: string, principal: Principal) {
      const stand = await requireStand(standId)
      await service.assertMayEnter(stand, principal)
      const mayEdit = isStaff(principal, stand)
      const [view] = await inHall([stand], mayEdit)
      if (!view) throw new AppError('not_found')
      return { ...view, mayEdit }
    },

    /** Stores a layout whose slots lie inside the stand and hold only goods of its own company. */
    async saveLayout(standId: string, baseVersion: number, layout: StandLayout, principal: Principal) {
      const stand = await requireStand(standId)
      assertSlotsInside(stand.place, layout)
      const ids = [...new Set(layout.slots.flatMap(({ productIds }) => productIds))]
      const cards = await catalogue.cards(ids, true)
      if (cards.length !== ids.length || cards.some(({ companyId }) => companyId !== stand.companyId))
        throw new AppError('bad_request', {
          fields: [{ path: 'layout.slots.productIds', message: 'unknown product' }],
        })
      await db.transaction(async (transaction) => {
        const saved = await fairRepository(transaction).saveLayout(standId, baseVersion, layout, principal.id)
        if (!saved) throw new AppError('version_conflict')
        await tell(transaction, { kind: 'stand', standId, hallId: stand.hallId })
      })
      return { version: baseVersion + 1 }
    },

    async listLayouts(standId: string) {
      return (await fair.listLayouts(standId)).map(({ version, layout, savedAt, savedBy }) => ({
        version,
        slots: layout.slots.length,
        savedAt: savedAt.toISOString(),
        savedBy: savedBy ?? '',
      }))
    },

    async restoreLayout(standId: string, version: number, principal: Principal) {
      const [stand, layout] = await Promise.all([requireStand(standId), fair.findLayout(standId, version)])
      if (!layout) throw new AppError('not_found')
      return service.saveLayout(standId, stand.layoutVersion, layout, principal)
    },

    async setDoor(standId: string, change: { door: Door; capacity: number }) {
      return service.changeStand(standId, change)
    },

    async assignStand(standId: string, companyId: string | null) {
      if (companyId && !(await catalogue.companyExists(companyId))) throw new AppError('not_found')
      return service.changeStand(standId, { companyId })
    },

    async changeStand(standId: string, change: Partial<Pick<StandRow, 'door' | 'capacity' | 'companyId'>>) {
      const row = await db.transaction(async (transaction) => {
        const changed = await fairRepository(transaction).updateStand(standId, change)
        if (changed) await tell(transaction, { kind: 'stand', standId, hallId: changed.hallId })
        return changed
      })
      if (!row) throw new AppError('not_found')
      return entry(row)
    },

    invite: fair.invite,
    isInvited: fair.isInvited,

    /** What presence needs to know of a hall's stands that have a company. */
    async standPlans(hallId: string) {
      const rows = await fair.standsOfHall(hallId)
      const companies = await cardsByCompany(rows)
      return rows.flatMap(({ id, companyId, door, capacity, place }) => {
        const company = companies.get(companyId ?? '')
        return company
          ? [{ standId: id, companyId: company.id, companyName: company.name, door, capacity, place }]
          : []
      })
    },

    /** Founds the fair, or changes its name and dates. */
    async saveFair({ opensAt, closesAt, ...text }: FairDraft) {
      const existing = await fair.findFair()
      const row = {
        ...(existing ?? { id: randomUUID(), slug: 'fair' }),
        ...text,
        opensAt: new Date(opensAt),
        closesAt: new Date(closesAt),
      }
      await (existing ? fair.updateFair(row) : fair.insertFair(row))
      return presentFair(row)
    },

    async createHall(hall: Omit<Hall, 'id'>) {
      assertAreasInside(hall)
      const row = await fair.findFair()
      if (!row) throw new AppError('not_found')
      const made = { id: randomUUID(), ...hall }
      try {
        await fair.insertHall(row.id, made)
      } catch (error) {
        throw isDuplicateKey(error) ? new AppError('slug_taken') : error
      }
      return made
    },

    async createStand(hallId: string, number: string, place: StandPlace) {
      const hall = await fair.findHall(hallId)
      if (!hall) throw new AppError('not_found')
      assertStandFits(hall, place, await fair.standsOfHall(hallId))
      try {
        const slug = number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
        const row = await fair.insertStand({ id: randomUUID(), hallId, slug, number, place })
        if (!row) throw new AppError('internal')
        return await entry(row)
      } catch (error) {
        throw isDuplicateKey(error) ? new AppError('slug_taken') : error
      }
    },
  }
  return service
}

export type FairService = ReturnType<typeof createFairService>
