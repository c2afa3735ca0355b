import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// `npm run bench -- NAME …`: each bench is a script of its own and prints one JSON object as its last line.
const SCRIPTS = new Map([
  ['presence', './presence/presence.bench.ts'],
  ['pipeline', './pipeline.bench.ts'],
  ['chat', './chat.bench.ts'],
  ['session', './session/session.bench.ts'],
  ['page', './page.bench.ts'],
  ['catalogue', './catalogue.bench.ts'],
  ['fabrics', './fabrics.bench.ts'],
  ['media', './media/media.bench.ts'],
  ['recording', './recording.bench.ts'],
])

const [name = '', ...options] = process.argv.slice(2)
const script = SCRIPTS.get(name)
const file = script && fileURLToPath(new URL(script, import.meta.url))
if (!file || !existsSync(file)) {
  console.error(`Usage: npm run bench -- ${[...SCRIPTS.keys()].join('|')} [--json] […]`)
  process.exit(64)
}
spawn(process.execPath, [file, ...options], { stdio: 'inherit' }).on('exit', (code) =>
  process.exit(code ?? 1),
)
