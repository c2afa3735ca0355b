import { launchChromium } from '../../media/support/client-page.ts'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { serveClientPage } from '../../media/support/page-server.ts'
import { createPeople } from '../../media/support/people.ts'
import { percentile, rounded } from '../percentile.ts'

/** From asking to be let in to the first decoded picture, by one new visitor after the other, in Chromium. */
export const joins = async (count: number) => {
  const [browser, page, host] = await Promise.all([
    launchChromium(),
    serveClientPage(),
    startEmbeddedEngine(),
  ])
  const people = createPeople(browser, page.url, host.engine)
  const publisher = await people.join('publisher')
  await publisher.call('publish', 'camera')
  const tookMs: number[] = []
  for (let at = 0; at < count; at++) {
    const viewer = await people.visit()
    const token = await people.tokenFor(`viewer-${at}`)
    const cameAt = performance.now()
    await viewer.call('join', host.engine.url, token)
    await viewer.call('firstPicture', 'publisher', 'camera')
    tookMs.push(performance.now() - cameAt)
    await viewer.close()
  }
  await Promise.all([browser.close(), page.close(), host.stop()])
  return {
    joins: count,
    joinToPictureP50Ms: rounded(percentile(tookMs, 0.5), 0),
    joinToPictureP95Ms: rounded(percentile(tookMs, 0.95), 0),
  }
}
