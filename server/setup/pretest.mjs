// Sets up what the tests need beyond npm: a Chromium, from Debian's packages.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensurePackages, ensurePages } from './prestart.mjs'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-core'

ensurePackages()
ensurePages()
if (!existsSync(CHROMIUM)) {
  if (process.getuid?.() !== 0) {
    console.error(`The browser tests need Chromium. Install it once:\n\n  sudo sh -c '${INSTALL}'\n`)
    process.exit(1)
  }
  console.log('Installing Chromium (once)…')
  execFileSync('sh', ['-c', INSTALL], { stdio: ['ignore', 'ignore', 'inherit'] })
}
