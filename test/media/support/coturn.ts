import { execFile } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Machine } from './machine.ts'

/** What we tell operators to use. */
const CONFIG = new URL('../../../docs/turnserver.conf', import.meta.url)
const SECRET = 'a secret of the fair and its relay'
const NAME = 'relay.example.org'

/** The configuration with an operator's own values. A setting that isn't in it is an error. */
const withOwn = (config: string, own: Record<string, string>): string =>
  Object.entries(own).reduce((text, [setting, value]) => {
    const line = new RegExp(`^${setting}=.*$`, 'm')
    if (!line.test(text)) throw new Error(`the configuration has no ${setting}`)
    return text.replace(line, `${setting}=${value}`)
  }, config)

/** What Chromium takes a certificate by that no authority has signed. */
const pinOf = (certificate: string): string =>
  createHash('sha256')
    .update(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')

/** coturn on a machine, by the configuration that we tell operators to use. */
export const startCoturn = async (machine: Machine) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-coturn-'))
  const [cert, pkey, config] = ['cert.pem', 'key.pem', 'turnserver.conf'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string]
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-keyout', pkey, '-out', cert],
  ])
  const text = await readFile(CONFIG, 'utf8')
  await writeFile(config, withOwn(text, { cert, pkey, 'static-auth-secret': SECRET }))
  const child = machine.start('turnserver', '-c', config, '--log-file=stdout', '--pidfile=')
  const said: string[] = []
  const up = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface(stream).on('line', (line) => {
        said.push(line)
        if (/Total General servers/.test(line)) up.resolve()
      })
  child.once('exit', () => up.reject(new Error(`coturn ended: ${said.join('\n')}`)))
  await up.promise
  return {
    secret: SECRET,
    pin: pinOf(await readFile(cert, 'utf8')),
    close: () => rm(folder, { recursive: true }),
  }
}

export type Coturn = Awaited<ReturnType<typeof startCoturn>>
