import { runsFair, type Principal } from '#shared/model/principal.ts'
import type { Session, SessionDraft, SessionPlace, SessionState } from '#shared/model/programme.ts'
import type { FairService } from '../fair/index.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { AppError } from '../platform/errors.ts'
import { presentSession } from './programme.presenter.ts'
import { programmeRepository, type NewSession, type SessionRow } from './programme.repository.ts'

export interface ProgrammeParts {
  db: Database
  fair: Pick<FairService, 'findFair' | 'findHall' | 'findStand' | 'isStaff'>
  /** A stored session became another; what has to follow is stored in the same transaction. */
  onChanged(transaction: Transaction, before: Session, after: Session): Promise<void>
}

const refused = (path: string, message: string) =>
  new AppError('bad_request', { fields: [{ path: `draft.${path}`, message }] })

export const createProgrammeService = ({ db, fair, onChanged }: ProgrammeParts) => {
  const requireFair = async () => {
    const found = await fair.findFair()
    if (!found) throw new AppError('not_found')
    return found
  }

  /** The hall of a place, and that the place is in it. */
  const locate = async (place: SessionPlace) => {
    if (place.kind === 'stand') {
      const stand = await fair.findStand(place.standId)
      if (!stand) throw refused('place.standId', 'unknown stand')
      return { hallId: stand.hallId, standId: stand.id, area: null }
    }
    const hall = await fair.findHall(place.hallId)
    if (!hall) throw refused('place.hallId', 'unknown hall')
    if (!hall.areas.some(({ name }) => name === place.area)) throw refused('place.area', 'unknown area')
    return { hallId: hall.id, standId: null, area: place.area }
  }

  const rowOf = async (
    id: string,
    { place, startsAt, endsAt, ...words }: SessionDraft,
  ): Promise<Omit<NewSession, 'state'>> => {
    const { id: fairId, opensAt, closesAt } = await requireFair()
    const [from, to] = [new Date(startsAt), new Date(endsAt)]
    if (from < opensAt || to > closesAt) throw refused('startsAt', 'outside the fair’s dates')
    return { id, fairId, ...words, ...(await locate(place)), startsAt: from, endsAt: to }
  }

  const assertFree = async (transaction: Transaction, row: Omit<NewSession, 'state'>) => {
    const programme = programmeRepository(transaction)
    await programme.lock(row.fairId)
    const other = await programme.findClash(row)
    if (other) throw new AppError('conflict', { session: other.id })
  }

  const mayPlaceAt = async (principal: Principal, standId: string | null): Promise<boolean> => {
    if (runsFair(principal)) return true
    const stand = standId !== null && principal.companyId ? await fair.findStand(standId) : undefined
    return stand !== undefined && fair.isStaff(principal, stand)
  }

  /** Adds a session. The same id again answers with what is stored. */
  const create = async (
    id: string,
    draft: SessionDraft,
    state: Exclude<SessionState, 'cancelled'> = 'planned',
  ): Promise<Session> => {
    const row = await rowOf(id, draft)
    return presentSession(
      await db.transaction(async (transaction): Promise<SessionRow> => {
        const programme = programmeRepository(transaction)
        const stored = await programme.find(id)
        if (stored) return stored
        if (state === 'planned') await assertFree(transaction, row)
        const made = (await programme.insert({ ...row, state })) ?? (await programme.find(id))
        if (!made) throw new AppError('internal')
        return made
      }),
    )
  }

  return {
    /** What the caller sees of the programme. */
    async list(principal: Principal): Promise<Session[]> {
      const found = await fair.findFair()
      const rows = found ? await programmeRepository(db).list(found.id) : []
      const isSeen = await Promise.all(
        rows.map(({ state, standId }) => state !== 'draft' || mayPlaceAt(principal, standId)),
      )
      return rows.filter((_, index) => isSeen[index]).map(presentSession)
    },

    /** Throws `not_allowed` where the caller neither runs the fair nor works at this stand. */
    async assertMayPlace(principal: Principal, place: SessionPlace): Promise<void> {
      const standId = place.kind === 'stand' ? place.standId : null
      if (!(await mayPlaceAt(principal, standId))) throw new AppError('not_allowed')
    },

    async find(id: string): Promise<Session | undefined> {
      const row = await programmeRepository(db).find(id)
      return row && presentSession(row)
    },

    create,

    /** The same at a stand, and nowhere else. */
    createAtStand(
      standId: string,
      id: string,
      draft: SessionDraft,
      state: Exclude<SessionState, 'cancelled'>,
    ): Promise<Session> {
      if (draft.place.kind !== 'stand' || draft.place.standId !== standId)
        throw refused('place', 'not at this stand')
      return create(id, draft, state)
    },

    async change(id: string, baseRevision: number, draft: SessionDraft): Promise<Session> {
      const row = await rowOf(id, draft)
      return presentSession(
        await db.transaction(async (transaction) => {
          const programme = programmeRepository(transaction)
          const stored = await programme.find(id)
          if (!stored) throw new AppError('not_found')
          if (stored.state === 'planned') await assertFree(transaction, row)
          const changed = await programme.update(row, baseRevision)
          if (!changed) throw new AppError('version_conflict')
          await onChanged(transaction, presentSession(stored), presentSession(changed))
          return changed
        }),
      )
    },

    /** Announces a draft, cancels a session, or puts it back, where its place is still free. */
    async setState(id: string, state: SessionState): Promise<Session> {
      return presentSession(
        await db.transaction(async (transaction) => {
          const programme = programmeRepository(transaction)
          const stored = await programme.find(id)
          if (!stored) throw new AppError('not_found')
          if (state === 'planned') await assertFree(transaction, stored)
          const changed = await programme.setState(id, state)
          if (!changed) throw new AppError('not_found')
          await onChanged(transaction, presentSession(stored), presentSession(changed))
          return changed
        }),
      )
    },
  }
}

export type ProgrammeService = ReturnType<typeof createProgrammeService>
