import { setTimeout as pause } from 'node:timers/promises'
import { openCall, serveCallPage, type Caller } from '../../media/support/call-page.ts'
import { launchChromium } from '../../media/support/client-page.ts'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { until } from '../../media/support/people.ts'
import { cpuSeconds, rssMb } from '../process-cost.ts'
import { rounded } from '../percentile.ts'

const PEOPLE = ['ann', 'bob', 'cem', 'dina', 'emre', 'fay']
const SEEN_WITHIN_MS = 60_000
const SETTLE_MS = 10_000
const LOOK_EVERY_MS = 5000
const FREEZE_MS = 500

/** Six people with camera, screen and sound in Chromium: pictures that stood still, and the engine's memory. */
export const sixPeople = async (minutes: number) => {
  const [browser, page, host] = await Promise.all([launchChromium(), serveCallPage(), startEmbeddedEngine()])
  const callers: Caller[] = []
  for (const name of PEOPLE) {
    const caller = await openCall(browser, page.url, host.engine, 'six', name)
    for (const turnOn of ['setCamera', 'setMicrophone', 'setScreen'] as const) await caller.call(turnOn, true)
    callers.push(caller)
  }
  const takeGaps = async () =>
    (await Promise.all(callers.map(({ call }) => call('takeGaps')))).flatMap((gaps) => Object.values(gaps))
  const pairs = callers.flatMap((viewer) =>
    callers.filter((one) => one !== viewer).map(({ identity }) => ({ viewer, identity })),
  )
  for (const { viewer, identity } of pairs)
    await until(
      () => viewer.call('report', identity, 'camera'),
      ({ framesDecoded = 0 }) => framesDecoded > 3,
      `${identity} by ${viewer.identity}`,
      SEEN_WITHIN_MS,
    )
  await pause(SETTLE_MS)

  await takeGaps()
  const cpuBefore = await cpuSeconds(host.pid())
  const began = performance.now()
  const memoryMb = [await rssMb(host.pid())]
  let freezes = 0
  let longestMs = 0
  let fewest = pairs.length
  while (performance.now() - began < minutes * 60_000) {
    await pause(LOOK_EVERY_MS)
    const gaps = await takeGaps()
    freezes += gaps.filter((ms) => ms > FREEZE_MS).length
    longestMs = Math.max(longestMs, ...gaps)
    fewest = Math.min(fewest, gaps.length)
    memoryMb.push(await rssMb(host.pid()))
  }
  const cpuPercent = ((await cpuSeconds(host.pid())) - cpuBefore) / ((performance.now() - began) / 100_000)
  await Promise.all([browser.close(), page.close(), host.stop()])
  return {
    sixPeople: {
      minutes,
      /** Cameras of thirty that moved in each of the looks. */
      fewestMoving: fewest,
      freezes,
      longestGapMs: rounded(longestMs, 0),
      engineCpuPercent: rounded(cpuPercent),
      engineMb: {
        atFirst: rounded(memoryMb[0] ?? NaN),
        atLast: rounded(memoryMb.at(-1) ?? NaN),
        most: rounded(Math.max(...memoryMb)),
      },
    },
  }
}
