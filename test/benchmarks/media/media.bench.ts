// Sound and picture, a row a figure: all of them, or those that `--row` names.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { forwarding, forwardingOfJanus } from './forwarding.ts'
import { joins } from './joins.ts'
import { loss } from './loss.ts'
import { rejoin } from './rejoin.ts'
import { revoked } from './revoked.ts'
import { sixPeople } from './six-people.ts'
import { slowViewer } from './slow-viewer.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    row: { type: 'string', multiple: true },
    vs: { type: 'string' },
    viewers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '15' },
    joins: { type: 'string', default: '30' },
    kills: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '1' },
  },
})
const viewers = z.coerce.number().int().min(1).max(1000).parse(values.viewers)
const seconds = z.coerce.number().min(1).max(600).parse(values.seconds)
const joinCount = z.coerce.number().int().min(1).max(1000).parse(values.joins)
const kills = z.coerce.number().int().min(1).max(100).parse(values.kills)
const minutes = z.coerce.number().min(0.1).max(120).parse(values.minutes)

const ROWS = {
  async forwarding() {
    const extent = { viewers, seconds }
    const fairloom = await forwarding(extent)
    return { fairloom, ...(values.vs === 'janus' ? { janus: await forwardingOfJanus(extent) } : {}) }
  },
  joins: () => joins(joinCount),
  loss: () => loss(seconds),
  rejoin: () => rejoin(kills),
  revoked,
  slowViewer,
  sixPeople: () => sixPeople(minutes),
}
type Row = keyof typeof ROWS
const names = Object.keys(ROWS) as [Row, ...Row[]]

const result: Record<string, unknown> = {}
for (const row of z.array(z.enum(names)).parse(values.row ?? names)) {
  const figures: Record<string, unknown> = await ROWS[row]()
  if (!values.json) console.log(figures)
  Object.assign(result, figures)
}
console.log(JSON.stringify(result))
process.exit(0)
