import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CHROMIUM, launchChromium } from './client-page.ts'
import type { Machine } from './machine.ts'

/** Chromium on a visitor's machine; pages of the fair may use devices there as they may with https. */
export const launchChromiumOn = async (
  machine: Machine,
  { pageUrl, more = [] }: { pageUrl: string; more?: readonly string[] },
) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-visitor-'))
  const command = path.join(folder, 'chromium')
  await writeFile(command, `#!/bin/sh\nexec ${machine.enter.join(' ')} '${CHROMIUM}' "$@"\n`)
  await chmod(command, 0o755)
  const origin = new URL(pageUrl).origin
  const browser = await launchChromium(
    [`--unsafely-treat-insecure-origin-as-secure=${origin}`, ...more],
    command,
  )
  browser.once('disconnected', () => void rm(folder, { recursive: true }))
  return browser
}
