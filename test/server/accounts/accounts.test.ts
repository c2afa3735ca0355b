import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountsRepository } from '#server/accounts/index.ts'
import type { VisitorLanyard } from '#shared/model/principal.ts'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { chatCommands } from '#shared/protocol/chat.ts'
import { buildCompany, buildHall, buildStand, guest, signUp } from '../../support/people.ts'
import { command } from '../../support/socket-client.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('accounts', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.stop())

  const me = (cookie: string) => app.call(cookie)(accountRoutes.getMe, {})
  /** Names a guest; resolves with the cookie that the browser then has. */
  const nameGuest = async (cookie: string, body: object): Promise<string> => {
    const response = await fetch(`${app.url}${accountRoutes.nameGuest.path}`, {
      method: 'POST',
      headers: { cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(String(response.status))
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  const organiser = async () => {
    const person = await signUp(app, 'Organiser')
    const accounts = accountsRepository(app.parts.database.db)
    await accounts.setRole(person.userId, { fairRole: 'organiser', suspended: false })
    return person
  }

  it('sends a mail at sign-up whose link confirms the address', async () => {
    const { email, cookie } = await signUp(app)
    expect(await me(cookie)).toMatchObject({ email, emailVerified: false, principal: { kind: 'buyer' } })
    const outbox = path.join(app.dataDir, 'outbox')
    const mails = await Promise.all(
      (await readdir(outbox)).map((name) => readFile(path.join(outbox, name), 'utf8')),
    )
    // Quoted-printable breaks long lines with "=" and writes "=" as "=3D".
    const mail = mails
      .find((text) => text.includes(email))
      ?.replaceAll('=\n', '')
      .replaceAll('=3D', '=')
    const link = new URL(/http:\/\/fair\.test\S+/.exec(mail ?? '')?.[0] ?? '')
    await fetch(`${app.url}${link.pathname}${link.search}`, { redirect: 'manual' })
    expect(await me(cookie)).toMatchObject({ emailVerified: true })
  })

  it('[AU2] knows a guest by a signed cookie, and takes a changed one for somebody new', async () => {
    const lola = await guest(app, 'Lola')
    expect((await me(lola.cookie)).principal).toMatchObject({ id: lola.id, name: 'Lola', kind: 'guest' })
    const forged = Buffer.from(JSON.stringify({ id: lola.id, name: 'Not Lola' })).toString('base64url')
    const signature = lola.cookie.split('.').at(-1)
    const { principal } = await me(`fairloom.guest=${forged}.${signature}`)
    expect(principal.kind).toBe('guest')
    expect(principal.id).not.toBe(lola.id)
  })

  it('[AU7] takes a guest for a visitor until they choose a lanyard, which stays with a change of name', async () => {
    const lola = await guest(app, 'Lola')
    expect(await me(lola.cookie)).toMatchObject({ lanyard: 'visitor' })
    const designer = await nameGuest(lola.cookie, { name: 'Lola', comesAs: 'designer' })
    expect(await me(designer)).toMatchObject({ lanyard: 'designer', principal: { id: lola.id } })
    expect(await me(await nameGuest(designer, { name: 'Lola K.' }))).toMatchObject({ lanyard: 'designer' })
  })

  it.each(['exhibitor', 'host', 'organiser'])('[AU7] lets no guest come as %s', async (lanyard) => {
    const lola = await guest(app, 'Lola')
    await expect(nameGuest(lola.cookie, { name: 'Lola', comesAs: lanyard })).rejects.toThrow('400')
    const sealed = await guest(app, 'Lola', lanyard as VisitorLanyard)
    expect(await me(sealed.cookie)).toMatchObject({ lanyard: 'visitor', principal: { name: '' } })
  })

  it('[AU7] lets a buyer with an account choose, and their open connections follow', async () => {
    const buyer = await signUp(app)
    expect(await me(buyer.cookie)).toMatchObject({ lanyard: 'buyer' })
    const socket = await app.connect(buyer.cookie)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    const chosen = await app.call(buyer.cookie)(accountRoutes.chooseLanyard, { body: { comesAs: 'press' } })
    expect(chosen).toMatchObject({ lanyard: 'press' })
    expect(await closed).toBe('io server disconnect')
    expect(await me(buyer.cookie)).toMatchObject({ lanyard: 'press' })
  })

  it('[AU7] gives whoever gets a part in the fair its lanyard, whatever they came as', async () => {
    const buyer = await signUp(app)
    await app.call(buyer.cookie)(accountRoutes.chooseLanyard, { body: { comesAs: 'press' } })
    const accounts = accountsRepository(app.parts.database.db)
    await accounts.setRole(buyer.userId, { fairRole: 'host', suspended: false })
    expect(await me(buyer.cookie)).toMatchObject({ lanyard: 'host' })
  })

  it('[AU7] lets who signs up wear on what they chose as a guest', async () => {
    const designer = await guest(app, 'Lola', 'designer')
    const lola = await signUp(app, 'Lola', designer.cookie)
    expect(await me(lola.cookie)).toMatchObject({ lanyard: 'designer' })
    const passerBy = await guest(app, '')
    expect(await me((await signUp(app, 'Timur', passerBy.cookie)).cookie)).toMatchObject({ lanyard: 'buyer' })
  })

  it('[AU3] lets exactly one person claim the installation', async () => {
    const code = (await app.parts.accounts.openSetup()) ?? ''
    const people = await Promise.all([signUp(app), signUp(app), signUp(app)])
    const outcomes = await Promise.allSettled(
      people.map(({ cookie }) => app.call(cookie)(accountRoutes.claimInstallation, { body: { code } })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const kinds = await Promise.all(people.map(async ({ cookie }) => (await me(cookie)).principal.kind))
    expect(kinds.filter((kind) => kind === 'platformAdmin')).toHaveLength(1)
    expect(await app.parts.accounts.openSetup()).toBeUndefined()
  })

  it('[AU4] closes the connections of a suspended person, who returns unable to write', async () => {
    const [boss, buyer] = [await organiser(), await signUp(app)]
    const { hallId } = await buildHall(app)
    const { companyId } = await buildCompany(app, 'Suspended elsewhere')
    const standId = await buildStand(app, hallId, companyId)
    const socket = await app.connect(buyer.cookie)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    await app.call(boss.cookie)(accountRoutes.setPersonRole, {
      params: { userId: buyer.userId },
      body: { fairRole: 'participant', suspended: true },
    })
    expect(await closed).toBe('io server disconnect')
    const again = await app.connect(buyer.cookie)
    const post = command(again, chatCommands.post, { standId, id: crypto.randomUUID(), text: 'hello' })
    await expect(post).rejects.toThrow('suspended')
  })

  it('[AU4] takes a lowered role from connections that are open', async () => {
    const [boss, other] = [await organiser(), await organiser()]
    const socket = await app.connect(other.cookie)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    await app.call(boss.cookie)(accountRoutes.setPersonRole, {
      params: { userId: other.userId },
      body: { fairRole: 'participant', suspended: false },
    })
    await closed
    await expect(app.call(other.cookie)(accountRoutes.listPeople, {})).rejects.toThrow('not_allowed')
  })

  it('[AU5] takes an ended session for expired', async () => {
    const person = await signUp(app)
    await accountsRepository(app.parts.database.db).dropSessions(person.userId)
    expect((await me(person.cookie)).principal.kind).toBe('expired')
  })

  it('[AU4] closes the connection of who signs out', async () => {
    const person = await signUp(app)
    const socket = await app.connect(person.cookie)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    const response = await fetch(`${app.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie: person.cookie, origin: 'http://fair.test', 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(response.ok).toBe(true)
    await closed
  })
})
