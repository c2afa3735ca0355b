import { integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { Door, Hall, StandLayout, StandPlace } from '#shared/model/fair.ts'
import type { LocalText } from '#shared/model/text.ts'
import { organizations, users } from '../accounts/accounts.schema.ts'

export const fairs = pgTable('fair', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: jsonb('name').$type<LocalText>().notNull(),
  tagline: jsonb('tagline').$type<LocalText>().notNull(),
  opensAt: timestamp('opens_at', { withTimezone: true }).notNull(),
  closesAt: timestamp('closes_at', { withTimezone: true }).notNull(),
  timeZone: text('time_zone').notNull().default('UTC'),
})

export const halls = pgTable(
  'hall',
  {
    id: uuid('id').primaryKey(),
    fairId: uuid('fair_id')
      .notNull()
      .references(() => fairs.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    /** Everything but id and slug. */
    plan: jsonb('plan').$type<Omit<Hall, 'id' | 'slug'>>().notNull(),
  },
  (table) => [unique('hall_slug').on(table.fairId, table.slug)],
)

export const stands = pgTable(
  'stand',
  {
    id: uuid('id').primaryKey(),
    hallId: uuid('hall_id')
      .notNull()
      .references(() => halls.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    number: text('number').notNull(),
    place: jsonb('place').$type<StandPlace>().notNull(),
    companyId: uuid('company_id').references(() => organizations.id, { onDelete: 'set null' }),
    door: text('door').$type<Door>().notNull().default('open'),
    capacity: integer('capacity').notNull().default(30),
    layoutVersion: integer('layout_version').notNull().default(0),
  },
  (table) => [unique('stand_slug').on(table.slug)],
)

/** Every layout that was ever saved; `stand.layout_version` names the current one. Version 0 is the empty stand. */
export const standLayouts = pgTable(
  'stand_layout',
  {
    standId: uuid('stand_id')
      .notNull()
      .references(() => stands.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    layout: jsonb('layout').$type<StandLayout>().notNull(),
    savedBy: uuid('saved_by').references(() => users.id, { onDelete: 'set null' }),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.standId, table.version] })],
)

/** People whom a stand lets through its invited-only door. */
export const standInvitations = pgTable(
  'stand_invitation',
  {
    standId: uuid('stand_id')
      .notNull()
      .references(() => stands.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
  },
  (table) => [primaryKey({ columns: [table.standId, table.email] })],
)
