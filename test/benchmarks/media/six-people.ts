import { setTimeout as pause } from 'node:timers/promises'
import { openCall, serveCallPage, type Caller } from '../../media/support/call-page.ts'
import { launchChromium } from '../../media/support/client-page.ts'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { EVERYTHING } from '../../media/support/grants.ts'
import { until } from '../../media/support/people.ts'
import {
  joinWithRtcNode,
  loadRtcNode,
  type RtcNode,
  type RtcNodeClient,
} from '../../media/support/rtc-node-client.ts'
import { cpuSeconds, rssMb } from '../process-cost.ts'
import { rounded } from '../percentile.ts'

/** Two see and show in browsers. The other four are native clients: six browsers are too many for one machine. */
const IN_BROWSERS = ['ann', 'bob']
const NATIVE = ['cem', 'dina', 'emre', 'fay']
const TONE_HZ = 220
const SCREEN_FRAME_MS = 200
const SEEN_WITHIN_MS = 90_000
const SETTLE_MS = 10_000
const LOOK_EVERY_MS = 5000
const LOOKS_A_MINUTE = 60_000 / LOOK_EVERY_MS
const FREEZE_S = 0.5

const joinNatively = async (rtc: RtcNode, url: string, token: string): Promise<RtcNodeClient> => {
  const client = await joinWithRtcNode(rtc, url, token, false)
  await client.publishPicture({ simulcast: true })
  const screen = { simulcast: false, source: rtc.TrackSource.SOURCE_SCREENSHARE }
  await client.publishPicture(screen, SCREEN_FRAME_MS)
  await client.publishTone(TONE_HZ)
  return client
}

/** Six people with camera, screen and sound: pictures that stood still in a browser, and the engine's memory. */
export const sixPeople = async (minutes: number) => {
  const rtc = await loadRtcNode()
  if (!rtc) throw new Error('four of the six are clients of @livekit/rtc-node')
  const [browser, page, host] = await Promise.all([launchChromium(), serveCallPage(), startEmbeddedEngine()])
  const natives: RtcNodeClient[] = []
  for (const name of NATIVE) {
    const token = await host.engine.mintJoin({ room: 'six', identity: name, name, grant: EVERYTHING })
    natives.push(await joinNatively(rtc, host.engine.url, token))
  }
  const callers: Caller[] = []
  for (const name of IN_BROWSERS) {
    const caller = await openCall(browser, page.url, host.engine, 'six', name)
    for (const turnOn of ['setCamera', 'setMicrophone', 'setScreen'] as const) await caller.call(turnOn, true)
    callers.push(caller)
  }
  const pairs = callers.flatMap((viewer) =>
    [...IN_BROWSERS, ...NATIVE]
      .filter((identity) => identity !== viewer.identity)
      .map((identity) => ({ viewer, identity })),
  )
  for (const { viewer, identity } of pairs)
    await until(
      () => viewer.call('report', identity, 'camera'),
      ({ framesDecoded = 0 }) => framesDecoded > 3,
      `${identity} by ${viewer.identity}`,
      SEEN_WITHIN_MS,
    )
  await pause(SETTLE_MS)

  /** Of each camera that somebody sees: frames, and how often and for how long it stood still by the browser's count. */
  const look = () =>
    Promise.all(
      pairs.map(async ({ viewer, identity }) => {
        const report = await viewer.call('report', identity, 'camera')
        const { framesDecoded = 0, freezeCount = 0, totalFreezesDuration = 0 } = report
        return { frames: framesDecoded, freezes: freezeCount, frozenS: totalFreezesDuration }
      }),
    )
  let before = await look()
  const first = before
  const cpuBefore = await cpuSeconds(host.pid())
  const began = performance.now()
  const memoryMb = [await rssMb(host.pid())]
  const stills: number[] = []
  let fewest = pairs.length
  while (performance.now() - began < minutes * 60_000) {
    await pause(LOOK_EVERY_MS)
    const now = await look()
    now.forEach(({ freezes, frozenS }, at) => {
      const times = freezes - (before[at]?.freezes ?? 0)
      // Several in one look count as their mean.
      for (let time = 0; time < times; time++) stills.push((frozenS - (before[at]?.frozenS ?? 0)) / times)
    })
    fewest = Math.min(fewest, now.filter(({ frames }, at) => frames > (before[at]?.frames ?? 0)).length)
    before = now
    memoryMb.push(await rssMb(host.pid()))
  }
  const seconds = (performance.now() - began) / 1000
  const frames = before.reduce((sum, one, at) => sum + one.frames - (first[at]?.frames ?? 0), 0)
  const cpuPercent = ((await cpuSeconds(host.pid())) - cpuBefore) / (seconds / 100)
  await Promise.all([browser.close(), page.close(), ...natives.map((one) => one.close())])
  await Promise.all([host.stop(), rtc.dispose()])
  return {
    sixPeople: {
      minutes,
      /** Cameras of ten that moved in each of the looks. */
      fewestMoving: fewest,
      framesPerSecond: rounded(frames / pairs.length / seconds),
      /** By the browser's measure: a picture that came 150 ms later than usual. */
      hitches: stills.length,
      stills: stills.filter((lasted) => lasted > FREEZE_S).length,
      longestMs: rounded(Math.max(0, ...stills) * 1000, 0),
      engineCpuPercent: rounded(cpuPercent),
      /** Of the engine's process, at first and after each minute. */
      engineMb: memoryMb.filter((_, at) => at % LOOKS_A_MINUTE === 0).map((one) => rounded(one, 0)),
    },
  }
}
