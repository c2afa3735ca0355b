import type { ActionOf } from '#shared/protocol/define.ts'
import type { chatCommands, chatRoutes } from '#shared/protocol/chat.ts'
import { anyone, companyStaff, visitors, type Rule } from '../platform/policy.ts'

export const chatPolicy: Record<ActionOf<typeof chatRoutes> | ActionOf<typeof chatCommands>, Rule> = {
  'chat:read': anyone,
  'chat:write': visitors,
  'chat:moderate': companyStaff,
}
