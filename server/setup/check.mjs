// All checks, two at a time: each is one thread, and a machine that checks has two cores at least.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** The longest first, so that the last ones are short. */
const CHECKS = ['lint', 'types', 'format', 'unused', 'imports', 'messages']
const AT_ONCE = 2

const waiting = [...CHECKS]
const failed = []
const runNext = async () => {
  const check = waiting.shift()
  if (!check) return
  const child = spawn('npm', ['run', '--silent', `check:${check}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Told in one piece, so that no two checks speak at once.
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  console.log(`check:${check} ${code === 0 ? 'holds' : 'fails'}`)
  process.stdout.write(said)
  process.stderr.write(complained)
  if (code !== 0) failed.push(check)
  return runNext()
}
await Promise.all(Array.from({ length: AT_ONCE }, runNext))
if (failed.length > 0) {
  console.error(`Not in order: ${failed.map((check) => `npm run check:${check}`).join(', ')}`)
  process.exit(1)
}
