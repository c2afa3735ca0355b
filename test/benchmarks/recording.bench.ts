// How far apart picture and sound are in a recording, of its host's own camera and of somebody's far away, and what is
// missing at its end after kill -9 of the host's browser. Needs ffmpeg.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { CHROMIUM, MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { talkDraft } from '../support/programme.ts'
import { call } from '../support/rest-client.ts'
import { startRunningFair } from '../support/running-fair.ts'
import { installFlashAndBeep } from './recording/flash-and-beep.ts'
import { readBeats } from './recording/read-beats.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '20' } },
})
const recordMs = Number(values.seconds) * 1000

const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-recording-bench-'))
const fair = await startRunningFair()
const { cookie, standIds } = await fair.found(1)
const api = call(fair.url, cookie)
const server = await chromium.launchServer({ executablePath: CHROMIUM, args: MEDIA_ARGUMENTS })
const doomed = await chromium.connect(server.wsEndpoint())
const browser = await chromium.launch({ executablePath: CHROMIUM, args: MEDIA_ARGUMENTS })

const open = async (where: typeof browser, name: string, own?: string): Promise<Page> => {
  const context = await where.newContext({ baseURL: fair.url, viewport: { width: 1280, height: 800 } })
  await context.addInitScript(installFlashAndBeep)
  if (own)
    await context.addCookies(
      own.split('; ').map((pair) => {
        const [key = '', value = ''] = pair.split(/=(.*)/s)
        return { name: key, value, url: fair.url }
      }),
    )
  else {
    await context.request.get(accountRoutes.getMe.path)
    await context.request.post(accountRoutes.nameGuest.path, { data: { name } })
  }
  return context.newPage()
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const devices = async (page: Page, on: boolean) => {
  await button(page, on ? 'Switch your camera on' : 'Switch your camera off').click()
  await button(page, on ? 'Switch your microphone on' : 'Mute your microphone').click()
}

const { id: sessionId } = await api(programmeRoutes.createSession, {
  body: { id: randomUUID(), draft: talkDraft(standIds[0] ?? '') },
})
const params = { sessionId }
await api(sessionRoutes.holdSession, { params, body: { ...USUAL_SETTINGS, waitingRoom: false } })
const recordings = async () => (await api(recordingRoutes.getPlayback, { params })).recordings
/** The recording that was begun last, once it can be played. */
const newest = async () => {
  for (;;) {
    const one = (await recordings()).at(-1)
    if (one?.state === 'ready') return one
    await pause(200)
  }
}
const sync = async () => {
  const { id } = await newest()
  const media = await fetch(`${fair.url}/api/sessions/${sessionId}/recordings/${id}/media`, {
    headers: { cookie },
  })
  const file = path.join(folder, `${id}.webm`)
  await writeFile(file, Buffer.from(await media.arrayBuffer()))
  const late = (await readBeats(file)).toSorted((a, b) => a - b)
  return {
    beats: late.length,
    medianMs: Math.round(late[Math.floor(late.length / 2)] ?? NaN),
    leastMs: Math.round(late[0] ?? NaN),
    mostMs: Math.round(late.at(-1) ?? NaN),
  }
}

try {
  const host = await open(doomed, 'Organiser', cookie)
  await host.goto(`/sessions/${sessionId}`)
  await button(host, 'Open the waiting room').click()
  await button(host, 'Begin the session').click()
  const speaker = await open(browser, 'Speaker')
  await speaker.goto(`/sessions/${sessionId}`)
  const record = async () => {
    await button(host, 'Record').click()
    await pause(recordMs)
    await button(host, 'Stop recording').click()
    return sync()
  }
  await devices(host, true)
  const own = await record()
  await devices(host, false)

  await host.getByRole('tab', { name: /People/ }).click()
  await button(host, 'What to do with Speaker').click()
  await host.getByRole('menuitem', { name: 'Make them: Speaker' }).click()
  await devices(speaker, true)
  await pause(3000)
  const remote = await record()

  await button(host, 'Record').click()
  await pause(recordMs)
  const killedMs = Date.now()
  server.process().kill('SIGKILL')
  const again = await open(browser, 'Organiser', cookie)
  await again.goto(`/sessions/${sessionId}`)
  await button(again, 'End for all').click()
  await button(again, 'Yes, end it for all').click()
  const { startedAt, durationMs } = await newest()
  const lostMs = killedMs - Date.parse(startedAt) - (durationMs ?? 0)

  const figures = { pictureAfterSoundMs: { own, remote }, lostMs }
  if (values.json) console.log(JSON.stringify(figures))
  else console.dir(figures, { depth: null })
} finally {
  await browser.close()
  await fair.stop()
  await rm(folder, { recursive: true, force: true })
}
