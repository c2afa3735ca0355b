import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Socket } from 'socket.io-client'
import { accountsPolicy } from '#server/accounts/index.ts'
import { assetsPolicy } from '#server/assets/index.ts'
import { cataloguePolicy } from '#server/catalogue/index.ts'
import { chatPolicy } from '#server/chat/index.ts'
import { fairPolicy } from '#server/fair/index.ts'
import { invitationsPolicy } from '#server/invitations/index.ts'
import { livePolicy } from '#server/live/index.ts'
import { programmePolicy } from '#server/programme/index.ts'
import { favouritesPolicy } from '#server/favourites/index.ts'
import { permits, type Relation, type Rule } from '#server/platform/policy.ts'
import { searchPolicy } from '#server/search/index.ts'
import { recordingsPolicy, sessionsPolicy } from '#server/sessions/index.ts'
import { showroomPolicy } from '#server/showroom/index.ts'
import { tradePolicy } from '#server/trade/index.ts'
import type { CommandSpec, RouteSpec, Target } from '#shared/protocol/define.ts'
import { commands, routes } from '#shared/protocol/index.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { castOf, type Cast, type Player } from './cast.ts'
import { commandSamples, routeSamples, type Things } from './samples.ts'

const rules: Record<string, Rule> = {
  ...accountsPolicy,
  ...assetsPolicy,
  ...cataloguePolicy,
  ...chatPolicy,
  ...fairPolicy,
  ...programmePolicy,
  ...favouritesPolicy,
  ...invitationsPolicy,
  ...livePolicy,
  ...searchPolicy,
  ...sessionsPolicy,
  ...recordingsPolicy,
  ...showroomPolicy,
  ...tradePolicy,
}

const REFUSALS = ['sign_in_needed', 'session_expired', 'not_allowed', 'suspended']

const refusalOf = ({ kind }: Player) =>
  kind === 'expired'
    ? 'session_expired'
    : kind === 'suspended'
      ? 'suspended'
      : kind === 'guest'
        ? 'sign_in_needed'
        : 'not_allowed'

/** Reckoned here apart from the server's own way. */
const relationOf = (player: Player, target: Target, things: Things): Relation => {
  if (target === 'none') return 'other'
  if (target === 'self') return 'own'
  // The room of the cast is its stand's; the enquiries are the buyer's.
  if (target === 'enquiry' && player.kind === 'buyer') return 'own'
  const ofCompany = ['company', 'stand', 'product', 'enquiry', 'liveRoom', 'session'].includes(target)
  if (ofCompany && player.companyId === things.companyId) return 'company'
  return player.kind === 'organiser' ? 'fair' : 'other'
}

const isAllowed = (player: Player, row: { action: string; target: Target }, things: Things) =>
  permits(rules[row.action]!, player.kind, relationOf(player, row.target, things))

describe('authorisation matrix', () => {
  let app: TestApp
  let cast: Cast
  const sockets = new Map<Player, Socket>()

  beforeAll(async () => {
    app = await startTestApp()
    cast = await castOf(app)
  })
  afterAll(() => app.stop())

  const codeOverHttp = async (route: RouteSpec, player: Player, input: object) => {
    const { params = {}, body } = input as { params?: Record<string, unknown>; body?: unknown }
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(params[name])),
    )
    const response = await fetch(`${app.url}${path}`, {
      method: route.method,
      headers: { cookie: player.cookie, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const reply = await response.json()
    return response.ok ? 'ok' : (reply.error.code as string)
  }

  const codeOverSocket = async (command: CommandSpec, player: Player, body: unknown) => {
    let socket = sockets.get(player)
    // A role that changed in an earlier trial has closed the one before.
    if (!socket?.connected) sockets.set(player, (socket = await app.connect(player.cookie)))
    const ack = await socket.timeout(10_000).emitWithAck(command.name, body)
    return ack.ok ? 'ok' : (ack.error.code as string)
  }

  /** Everything that is stored, in one hash. */
  const digest = async () => {
    const { rows: tables } = await app.parts.database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const hashes: string[] = []
    for (const { name } of tables) {
      const { rows } = await app.parts.database.pool.query(
        `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from "${name}" t`,
      )
      hashes.push(`${name} ${rows[0].hash}`)
    }
    return hashes
  }

  const cells = (row: { action: string; target: Target }) =>
    cast.players.flatMap((player) =>
      cast.things.map((things) => ({ player, things, allowed: isAllowed(player, row, things) })),
    )

  const label = (player: Player, things: Things) =>
    `${player.kind} on ${things === cast.things[0] ? 'the first' : 'the second'} company's`

  const trial = async (
    row: { action: string; target: Target },
    ask: (player: Player, things: Things) => Promise<string>,
  ) => {
    const all = cells(row)
    const before = await digest()
    const refused: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const { player, things } of all.filter(({ allowed }) => !allowed)) {
      refused[label(player, things)] = await ask(player, things)
      expected[label(player, things)] = refusalOf(player)
    }
    expect(refused).toEqual(expected)
    expect(await digest(), 'a refused call changed something').toEqual(before)
    for (const { player, things } of all.filter(({ allowed }) => allowed)) {
      if (row.action === 'installation:claim') await cast.openSetup(things)
      const code = await ask(player, things)
      expect([...REFUSALS, 'internal'], `${label(player, things)}: ${code}`).not.toContain(code)
      if (row.action === 'installation:claim') await cast.restore(player)
    }
  }

  it.each(Object.keys(routes) as (keyof typeof routes)[])('[AU1] route %s', async (key) => {
    await trial(routes[key], (player, things) => codeOverHttp(routes[key], player, routeSamples[key](things)))
  })

  it.each(Object.keys(commands.chat) as (keyof typeof commands.chat)[])(
    '[AU1] command chat.%s',
    async (key) => {
      const row = commands.chat[key]
      await trial(row, (player, things) => codeOverSocket(row, player, commandSamples.chat[key](things)))
    },
  )

  it.each(Object.keys(commands.session) as (keyof typeof commands.session)[])(
    '[AU1] command session.%s',
    async (key) => {
      const row = commands.session[key]
      await trial(row, (player, things) => codeOverSocket(row, player, commandSamples.session[key](things)))
    },
  )

  it.each(Object.keys(commands.showroom) as (keyof typeof commands.showroom)[])(
    '[AU1] command showroom.%s',
    async (key) => {
      const row = commands.showroom[key]
      await trial(row, (player, things) => codeOverSocket(row, player, commandSamples.showroom[key](things)))
    },
  )
})
