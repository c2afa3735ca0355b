import type { accountRoutes } from '#shared/protocol/accounts.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import { presentPerson } from './accounts.presenter.ts'
import type { AccountsService } from './accounts.service.ts'
import { newGuest } from './guest-cookie.ts'

export const accountHandlers = (accounts: AccountsService): RouteHandlers<typeof accountRoutes> => ({
  async getMe({ principal, request, response }) {
    if (principal.kind === 'guest' && !accounts.knowsGuest(request.headers))
      response.appendHeader('Set-Cookie', accounts.guestCookie(principal))
    return accounts.describe(principal)
  },
  async nameGuest({ principal, response }, { body }) {
    const { id } = principal.id.startsWith('guest:') ? principal : newGuest()
    const guest = { id, name: body.name, comesAs: body.comesAs ?? principal.comesAs }
    response.appendHeader('Set-Cookie', accounts.guestCookie(guest))
    return accounts.describe({ ...guest, kind: 'guest' })
  },
  async chooseLanyard({ principal }, { body }) {
    return accounts.describe(await accounts.chooseLanyard(principal, body.comesAs))
  },
  async claimInstallation({ principal }, { body }) {
    return accounts.describe(await accounts.claimInstallation(principal, body.code))
  },
  async listPeople(_context, { query }) {
    return { people: (await accounts.listPeople(query.search)).map(presentPerson) }
  },
  async setPersonRole({ principal }, { params, body }) {
    return presentPerson(await accounts.setRole(principal, params.userId, body))
  },
})
