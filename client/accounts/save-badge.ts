import { choosesLanyard, type VisitorLanyard } from '#shared/model/principal.ts'
import { accountRoutes, type Me } from '#shared/protocol/accounts.ts'
import { call } from '../net/api.ts'
import { meQuery, queryClient } from '../net/queries.ts'
import { reconnect } from '../net/socket.ts'
import { changeName } from './auth-requests.ts'

/** What visitors may change about their badge. */
export interface Badge {
  readonly name: string
  readonly comesAs: VisitorLanyard
}

const store = async (me: Me, { name, comesAs }: Badge): Promise<Me> => {
  if (!me.email) return call(accountRoutes.nameGuest, { body: { name, comesAs } })
  if (name !== me.principal.name) await changeName(name)
  return choosesLanyard(me.principal.kind)
    ? call(accountRoutes.chooseLanyard, { body: { comesAs } })
    : call(accountRoutes.getMe, {})
}

/** Stores a badge, a guest's in the browser's cookie and others' with the account; the halls see it at once. */
export const saveBadge = async (me: Me, badge: Badge): Promise<void> => {
  const saved = await store(me, badge)
  reconnect()
  queryClient.setQueryData(meQuery.queryKey, saved)
}
