// Sets up what the tests need beyond npm: a Chromium, from Debian's packages; and a Firefox, where it can be had.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensurePackages, ensurePages } from './prestart.mjs'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const HAS_FIREFOX =
  process.env.FIREFOX_BIN !== undefined || ['/usr/bin/firefox-esr', '/usr/bin/firefox'].some(existsSync)
const IS_ROOT = process.getuid?.() === 0

const orderFor = (...packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
const install = (order) => execFileSync('sh', ['-c', order], { stdio: ['ignore', 'ignore', 'inherit'] })

ensurePackages()
ensurePages()
if (!existsSync(CHROMIUM)) {
  const order = orderFor('chromium', 'fonts-noto-core')
  if (!IS_ROOT) {
    console.error(`The browser tests need Chromium. Install it once:\n\n  sudo sh -c '${order}'\n`)
    process.exit(1)
  }
  console.log('Installing Chromium (once)…')
  install(order)
}
// Only some tests use it, and they are skipped without: it is no reason to end here.
if (!HAS_FIREFOX && IS_ROOT) {
  console.log('Installing Firefox (once)…')
  try {
    install(orderFor('firefox-esr'))
  } catch {
    console.log('There is no firefox-esr to install: the tests that need it are skipped.')
  }
}
