import type { ActionOf } from '#shared/protocol/define.ts'
import type { tradeRoutes } from '#shared/protocol/trade.ts'
import { companyMembers, signedIn, type Rule } from '../platform/policy.ts'

/** Who asked, and the people of the company that was asked. */
const bothSides: Rule = { ...companyMembers, buyer: 'own' }

export const tradePolicy: Record<ActionOf<typeof tradeRoutes>, Rule> = {
  'enquiry:send': signedIn,
  'enquiry:list': signedIn,
  'enquiry:read': bothSides,
  'enquiry:reply': bothSides,
  'enquiry:handle': companyMembers,
}
