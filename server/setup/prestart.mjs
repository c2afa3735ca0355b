// Runs before everything else, on whatever Node.js the system has: no dependencies, plain JavaScript.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const at = (...parts) => path.join(root, ...parts)
const timeOf = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/** The newest change below a folder. */
const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).reduce(
    (latest, entry) =>
      entry.isFile() ? Math.max(latest, timeOf(path.join(entry.parentPath, entry.name))) : latest,
    0,
  )

const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' })

/** Installs the locked packages where they are missing or older than the lock file. */
export const ensurePackages = () => {
  if (timeOf(at('node_modules', '.installed')) >= timeOf(at('package-lock.json'))) return
  console.log('Installing packages (once)…')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  // npm's own record may keep an older time than the lock file.
  writeFileSync(at('node_modules', '.installed'), '')
}

/** Builds the pages where their sources are newer than the last build. */
export const ensurePages = () => {
  const stamp = at('dist', '.built')
  const sources = Math.max(
    newest(at('client')),
    newest(at('shared')),
    timeOf(at('vite.config.ts')),
    timeOf(at('package-lock.json')),
  )
  if (timeOf(stamp) > sources) return
  console.log('Building the pages…')
  run(at('node_modules', '.bin', 'node'), [
    at('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(stamp, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensurePackages()
  if (!process.argv.includes('--packages-only')) ensurePages()
}
