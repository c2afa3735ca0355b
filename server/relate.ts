import { parseLiveRoom } from '#shared/model/live-room.ts'
import type { Principal } from '#shared/model/principal.ts'
import type { CatalogueService } from './catalogue/index.ts'
import type { FairService } from './fair/index.ts'
import { AppError } from './platform/errors.ts'
import type { Relate, Relation } from './platform/policy.ts'
import type { SessionsService } from './sessions/index.ts'
import type { TradeService } from './trade/index.ts'

/** Finds how a caller stands to what a row is about, by the ids that its parsed input names. */
export const createRelate = (parts: {
  catalogue: CatalogueService
  fair: FairService
  sessions: Pick<SessionsService, 'partiesOf'>
  trade: TradeService
}): Relate => {
  const { catalogue, fair, sessions, trade } = parts

  const toCompany = (companyId: string | null, principal: Principal): Relation => {
    if (companyId !== null && companyId === principal.companyId) return 'company'
    return principal.kind === 'organiser' ? 'fair' : 'other'
  }
  const id = (value: unknown): string => {
    if (typeof value !== 'string') throw new AppError('not_found')
    return value
  }
  const found = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new AppError('not_found')
    return thing
  }

  const toSession = async (sessionId: string, principal: Principal): Promise<Relation> => {
    const { companyId, staffIds } = await sessions.partiesOf(sessionId)
    return staffIds.includes(principal.id) ? 'own' : toCompany(companyId, principal)
  }

  return async (target, ids, principal) => {
    switch (target) {
      case 'none':
        return 'other'
      case 'self':
        return 'own'
      case 'fair':
        return toCompany(null, principal)
      case 'hall':
        found(await fair.findHall(id(ids['hallId'])))
        return toCompany(null, principal)
      case 'company': {
        const companyId = id(ids['companyId'])
        if (!(await catalogue.companyExists(companyId))) throw new AppError('not_found')
        return toCompany(companyId, principal)
      }
      case 'stand':
        return toCompany(found(await fair.findStand(id(ids['standId']))).companyId, principal)
      case 'liveRoom': {
        const room = found(parseLiveRoom(id(ids['room'])))
        if (room.kind === 'stand')
          return toCompany(found(await fair.findStand(room.standId)).companyId, principal)
        if (room.kind === 'session') return toSession(room.sessionId, principal)
        found(await fair.findHall(room.hallId))
        return toCompany(null, principal)
      }
      case 'product':
        return toCompany(found(await catalogue.companyOfProduct(id(ids['productId']))), principal)
      case 'session':
        return toSession(id(ids['sessionId']), principal)
      case 'enquiry': {
        const { buyerId, companyId } = found(await trade.partiesOf(id(ids['enquiryId'])))
        return buyerId === principal.id ? 'own' : toCompany(companyId, principal)
      }
    }
  }
}
