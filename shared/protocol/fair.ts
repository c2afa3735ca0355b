import { z } from 'zod'
import { Door, Fair, Hall, StandLayout, StandPlace } from '../model/fair.ts'
import { Id, Instant, Slug } from '../model/ids.ts'
import { localText } from '../model/text.ts'
import { CompanyCard, ProductCard } from '../model/cards.ts'
import { defineFact, defineRoute } from './define.ts'

/** One line of the fair's directory: enough for lists, the plan's labels and links. */
export const StandEntry = z.object({
  id: Id,
  slug: Slug,
  number: z.string(),
  hallId: Id,
  place: StandPlace,
  door: Door,
  /** Visitors in one instance of the room. */
  capacity: z.int(),
  company: CompanyCard.nullable(),
})
export type StandEntry = z.infer<typeof StandEntry>

export const FairText = z.object({ name: localText(120), tagline: localText(300) })

/** The fair by itself. */
export const FairHead = Fair.omit({ name: true, tagline: true }).extend(FairText.shape)

export const FairDraft = FairHead.omit({ id: true, slug: true }).refine(
  ({ opensAt, closesAt }) => opensAt < closesAt,
  { path: ['closesAt'], message: 'must be after the opening' },
)
export type FairDraft = z.infer<typeof FairDraft>

export const FairDirectory = z.object({
  fair: FairHead,
  halls: z.array(Hall.extend({ visitors: z.int() })),
  stands: z.array(StandEntry),
})
export type FairDirectory = z.infer<typeof FairDirectory>

/** A stand as one sees it in a hall: its layout and the goods on it. */
export const StandInHall = StandEntry.extend({
  layout: StandLayout,
  layoutVersion: z.int(),
  products: z.array(ProductCard),
})
export type StandInHall = z.infer<typeof StandInHall>

const standParams = z.object({ standId: Id })

export const LayoutVersion = z.object({
  version: z.int(),
  slots: z.int(),
  savedAt: Instant,
  savedBy: z.string(),
})

export const fairRoutes = {
  getFair: defineRoute({
    method: 'GET',
    path: '/api/fair',
    summary: 'The fair, its halls and the directory of stands',
    reply: FairDirectory,
    errors: ['not_found'],
    action: 'fair:read',
    target: 'none',
  }),
  getHall: defineRoute({
    method: 'GET',
    path: '/api/halls/:hallId',
    summary: 'Everything that a hall shows: stands, layouts, published goods',
    params: z.object({ hallId: Id }),
    reply: z.object({ hall: Hall, stands: z.array(StandInHall) }),
    errors: ['not_found'],
    action: 'hall:read',
    target: 'hall',
  }),
  getStand: defineRoute({
    method: 'GET',
    path: '/api/stands/:standId',
    summary: 'One stand with its goods',
    params: standParams,
    reply: StandInHall.extend({ mayEdit: z.boolean() }),
    errors: ['not_found', 'door_closed'],
    action: 'stand:read',
    target: 'stand',
  }),
  saveLayout: defineRoute({
    method: 'PUT',
    path: '/api/stands/:standId/layout',
    summary: 'Save a new version of the layout; refused if somebody saved since `baseVersion`',
    params: standParams,
    body: z.object({ baseVersion: z.int(), layout: StandLayout }),
    reply: z.object({ version: z.int() }),
    errors: ['not_found', 'bad_request', 'version_conflict'],
    action: 'stand:edit',
    target: 'stand',
  }),
  listLayouts: defineRoute({
    method: 'GET',
    path: '/api/stands/:standId/layouts',
    summary: 'Earlier versions of the layout, newest first',
    params: standParams,
    reply: z.object({ versions: z.array(LayoutVersion) }),
    errors: ['not_found'],
    action: 'stand:edit',
    target: 'stand',
  }),
  restoreLayout: defineRoute({
    method: 'POST',
    path: '/api/stands/:standId/layouts/:version/restore',
    summary: 'Make an earlier layout the current one, as a new version',
    params: standParams.extend({ version: z.coerce.number().int().positive() }),
    reply: z.object({ version: z.int() }),
    errors: ['not_found'],
    action: 'stand:edit',
    target: 'stand',
  }),
  setDoor: defineRoute({
    method: 'PUT',
    path: '/api/stands/:standId/door',
    summary: 'Who may step in, and how many before another instance opens',
    params: standParams,
    body: z.object({ door: Door, capacity: z.int().min(1).max(500) }),
    reply: StandEntry,
    errors: ['not_found'],
    action: 'stand:edit',
    target: 'stand',
  }),
  inviteToStand: defineRoute({
    method: 'POST',
    path: '/api/stands/:standId/invitations',
    summary: 'Let somebody through a door that is open to invited people only',
    params: standParams,
    body: z.object({ email: z.email() }),
    reply: z.object({ invited: z.boolean() }),
    errors: ['not_found'],
    action: 'stand:edit',
    target: 'stand',
  }),
  saveFair: defineRoute({
    method: 'PUT',
    path: '/api/fair',
    summary: 'Name and date the fair; the first time this founds it',
    body: FairDraft,
    reply: FairHead,
    errors: ['bad_request'],
    action: 'fair:edit',
    target: 'fair',
  }),
  createHall: defineRoute({
    method: 'POST',
    path: '/api/halls',
    summary: 'Add a hall to the fair',
    body: Hall.omit({ id: true }),
    reply: Hall,
    errors: ['bad_request', 'slug_taken'],
    action: 'fair:edit',
    target: 'fair',
  }),
  createStand: defineRoute({
    method: 'POST',
    path: '/api/halls/:hallId/stands',
    summary: 'Add a stand to a hall; it must lie inside, off the hall’s areas, and overlap no other stand',
    params: z.object({ hallId: Id }),
    body: z.object({ number: z.string().trim().min(1).max(12), place: StandPlace }),
    reply: StandEntry,
    errors: ['not_found', 'bad_request', 'conflict', 'slug_taken'],
    action: 'fair:edit',
    target: 'hall',
  }),
  assignStand: defineRoute({
    method: 'PUT',
    path: '/api/stands/:standId/company',
    summary: 'Give a stand to a company, or free it',
    params: standParams,
    body: z.object({ companyId: Id.nullable() }),
    reply: StandEntry,
    errors: ['not_found'],
    action: 'fair:edit',
    target: 'stand',
  }),
}

export const fairFacts = {
  standChanged: defineFact({
    name: 'stand:changed',
    summary: 'The layout, the goods or the door of a stand changed: read it again',
    body: z.object({ standId: Id, hallId: Id }),
  }),
}
