import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionDraft } from '#shared/model/programme.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { buildCompany, buildHall, buildStand } from '../../support/people.ts'
import { talkDraft } from '../../support/programme.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('the programme', () => {
  let app: TestApp
  let hallId: string
  let companyId: string
  beforeAll(async () => {
    app = await startTestApp()
    hallId = (await buildHall(app)).hallId
    companyId = (await buildCompany(app)).companyId
  })
  afterAll(() => app.stop())

  const create = (draft: SessionDraft, id: string = randomUUID()) => app.parts.programme.create(id, draft)
  const list = async () => (await app.call('')(programmeRoutes.listSessions, {})).sessions
  const stand = () => buildStand(app, hallId, companyId)

  it('lists sessions to everybody in the order of time', async () => {
    const standId = await stand()
    const later = await create(talkDraft(standId, '2026-11-12T09:00:00.000Z'))
    const earlier = await create(talkDraft(standId, '2026-11-11T09:00:00.000Z'))
    const ids = (await list()).map(({ id }) => id)
    expect(ids.indexOf(earlier.id)).toBeLessThan(ids.indexOf(later.id))
    expect(earlier).toMatchObject({ state: 'planned', revision: 1, place: { kind: 'stand', standId } })
  })

  it('[PG1] refuses unknown places and times outside the fair', async () => {
    const draft = talkDraft(await stand())
    const refused: Partial<SessionDraft>[] = [
      { place: { kind: 'stand', standId: randomUUID() } },
      { place: { kind: 'area', hallId, area: 'No such stage' } },
      { startsAt: '2020-01-01T09:00:00.000Z' },
      { endsAt: '2040-01-01T09:00:00.000Z' },
    ]
    for (const change of refused) await expect(create({ ...draft, ...change })).rejects.toThrow('bad_request')
  })

  it('[PG2] gives one place to one session at a time, also when both come at once', async () => {
    const standId = await stand()
    const overlapping = talkDraft(standId, '2026-11-10T09:15:00.000Z')
    const settled = await Promise.allSettled([create(talkDraft(standId)), create(overlapping)])
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [lost] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(lost).toBe('conflict')
    await create(talkDraft(standId, '2026-11-10T10:00:00.000Z'))
    await create(talkDraft(await stand()))
  })

  it('[PG2] stores the same id once', async () => {
    const [draft, id] = [talkDraft(await stand()), randomUUID()]
    expect(await create(draft, id)).toEqual(await create(draft, id))
  })

  it('[PG3] keeps a cancelled session in the list, and puts it back while its place is free', async () => {
    const standId = await stand()
    const { id } = await create(talkDraft(standId))
    await app.parts.programme.setState(id, 'cancelled')
    expect((await list()).find((session) => session.id === id)?.state).toBe('cancelled')
    const other = await create(talkDraft(standId))
    await expect(app.parts.programme.setState(id, 'planned')).rejects.toThrow('conflict')
    await app.parts.programme.setState(other.id, 'cancelled')
    expect(await app.parts.programme.setState(id, 'planned')).toMatchObject({ state: 'planned', revision: 3 })
  })

  it('[PG4] refuses a change from an older revision', async () => {
    const draft = talkDraft(await stand())
    const { id } = await create(draft)
    const change = () => app.parts.programme.change(id, 1, { ...draft, title: { en: 'Satins' } })
    expect(await change()).toMatchObject({ revision: 2, title: { en: 'Satins' } })
    await expect(change()).rejects.toThrow('version_conflict')
  })
})
