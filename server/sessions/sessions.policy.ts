import type { ActionOf } from '#shared/protocol/define.ts'
import type { sessionCommands, sessionRoutes } from '#shared/protocol/sessions.ts'
import { anyone, companyStaff, visitors, type Rule } from '../platform/policy.ts'

/** What one may do inside depends on one's role in the session: `state/act-rules.ts`. */
export const sessionsPolicy: Record<ActionOf<typeof sessionRoutes> | ActionOf<typeof sessionCommands>, Rule> =
  {
    'session:read': anyone,
    'session:attend': visitors,
    'session:copy': companyStaff,
    // Hosts and co-hosts are the session's own, whatever they are at the fair.
    'session:hold': { ...companyStaff, buyer: 'own', host: 'own' },
  }
