import { z } from 'zod'
import { Id, Slug } from '../model/ids.ts'
import { Lanyard, Principal, VisitorLanyard } from '../model/principal.ts'
import { defineRoute } from './define.ts'

/** A name that a visitor shows to others. */
export const VisitorName = z.string().trim().min(2).max(60)

export const Membership = z.object({
  companyId: Id,
  slug: Slug,
  name: z.string(),
  role: z.enum(['owner', 'admin', 'member']),
})

export const Me = z.object({
  principal: Principal,
  lanyard: Lanyard,
  email: z.string().optional(),
  emailVerified: z.boolean(),
  memberships: z.array(Membership),
  /** True until the first organiser has claimed this installation with the code from the log. */
  setupOpen: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const Person = z.object({
  userId: Id,
  name: z.string(),
  email: z.string(),
  fairRole: z.enum(['participant', 'host', 'organiser', 'platformAdmin']),
  suspended: z.boolean(),
})

export const accountRoutes = {
  getMe: defineRoute({
    method: 'GET',
    path: '/api/me',
    summary: 'Who I am; gives a new browser a guest identity',
    reply: Me,
    errors: [],
    action: 'me:read',
    target: 'none',
  }),
  nameGuest: defineRoute({
    method: 'POST',
    path: '/api/guest',
    summary: 'Choose the name under which a guest walks, and what as; a lanyard that is left out stays',
    body: z.object({ name: VisitorName, comesAs: VisitorLanyard.optional() }),
    reply: Me,
    errors: ['bad_request', 'conflict'],
    action: 'guest:name',
    target: 'none',
  }),
  chooseLanyard: defineRoute({
    method: 'PUT',
    path: '/api/me/lanyard',
    summary: 'Choose what a buyer with an account comes as; live connections follow within seconds',
    body: z.object({ comesAs: VisitorLanyard }),
    reply: Me,
    errors: ['bad_request'],
    action: 'lanyard:choose',
    target: 'none',
  }),
  claimInstallation: defineRoute({
    method: 'POST',
    path: '/api/setup',
    summary: 'Become the organiser with the one-time code from the log',
    body: z.object({ code: z.string().trim().min(8).max(64) }),
    reply: Me,
    errors: ['bad_request', 'not_allowed'],
    action: 'installation:claim',
    target: 'none',
  }),
  listPeople: defineRoute({
    method: 'GET',
    path: '/api/people',
    summary: 'Accounts of this installation, newest first',
    query: z.object({ search: z.string().max(100).default('') }),
    reply: z.object({ people: z.array(Person) }),
    errors: [],
    action: 'people:read',
    target: 'fair',
  }),
  setPersonRole: defineRoute({
    method: 'PUT',
    path: '/api/people/:userId/role',
    summary: 'Give or take a role at the fair, or suspend; live connections follow within seconds',
    params: z.object({ userId: Id }),
    body: z.object({ fairRole: z.enum(['participant', 'host', 'organiser']), suspended: z.boolean() }),
    reply: Person,
    errors: ['not_found', 'not_allowed'],
    action: 'people:edit',
    target: 'fair',
  }),
}
