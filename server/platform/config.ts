import path from 'node:path'
import { z } from 'zod'

const onOff = z.enum(['on', 'off'])
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

const inAddress = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** `203.0.113.7`, `203.0.113.7:40000`, `2001:db8::7` or `[2001:db8::7]:40000`. */
const hostAndPort = (text: string): { host: string; port: number | undefined } => {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(text) ?? []
  const host = bracketed ?? plain
  return host === undefined ? { host: text, port: undefined } : { host, port: Number(port) }
}

/** Every setting, read from the environment. The README's table documents each; keep both in step. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  CACHE_DIR: z.string().min(1).default('.cache'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  FAIRLOOM_DEMO: onOff.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Fairloom <fair@localhost>'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(4096).default(512),
  RATE_LIMITS: onOff.default('on'),
  MEDIA_UDP_PORT: z.coerce.number().int().min(0).max(65_535).default(7882),
  MEDIA_ADDRESS: z
    .string()
    .transform((text) => text.split(',').map((one) => hostAndPort(one.trim())))
    .pipe(
      z.array(
        z.object({
          host: z.union([z.ipv4(), z.ipv6()]),
          port: z.union([z.undefined(), z.int().min(1).max(65_535)]),
        }),
      ),
    )
    .optional(),
  LIVEKIT_URL: z.url({ protocol: /^wss?$/ }).optional(),
  LIVEKIT_API_KEY: z.string().min(1).optional(),
  LIVEKIT_API_SECRET: z.string().min(1).optional(),
  LIVEKIT_EGRESS_DIR: z.string().refine(path.isAbsolute, 'must be an absolute path').optional(),
  TURN_URLS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.string().regex(/^turns?:/)))
    .optional(),
  TURN_SECRET: z.string().min(1).optional(),
})

/** Settings that mean something together only. */
const TOGETHER = [
  ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'],
  ['TURN_URLS', 'TURN_SECRET'],
] as const

export interface Config {
  port: number
  host: string
  /** Absolute: files are served from it. */
  dataDir: string
  /** Finished demo models, good for every installation that starts here; may be deleted at any time. */
  cacheDir: string
  databaseUrl: string | undefined
  /** Where people reach the fair; cookies, mails and the Origin check follow it. */
  publicUrl: string
  /** How many proxies in front are believed about the caller's address. */
  trustProxy: number
  demo: boolean
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  uploadMaxBytes: number
  rateLimits: boolean
  /** The one UDP port of the embedded media engine; another where it is taken. */
  mediaUdpPort: number
  /** Addresses at which browsers reach that port; empty for those of this machine. */
  mediaAddresses: { host: string; port: number | undefined }[]
  /** A LiveKit server instead of the embedded engine. */
  livekit: { url: string; key: string; secret: string } | undefined
  /** The folder to which that server's Egress writes recordings, under the same path here and there. */
  egressDir: string | undefined
  /** Relays for media where a line lets nothing else through. */
  turn: { urls: string[]; secret: string } | undefined
}

export class ConfigError extends Error {}

/** Reads the configuration. Throws a ConfigError that names every wrong variable in a line of its own. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}=${String(set[String(issue.path[0])])}: ${issue.message}`,
    )
    throw new ConfigError(`Configuration is wrong:\n  ${lines.join('\n  ')}`)
  }
  const env = parsed.data
  for (const names of TOGETHER) {
    const missing = names.filter((name) => env[name] === undefined)
    if (missing.length > 0 && missing.length < names.length)
      throw new ConfigError(
        `Configuration is wrong:\n  ${missing.join(' and ')} must be set where ${names.filter((name) => !missing.includes(name)).join(' and ')} is`,
      )
  }
  if (env.LIVEKIT_EGRESS_DIR && !env.LIVEKIT_URL)
    throw new ConfigError('Configuration is wrong:\n  LIVEKIT_URL must be set where LIVEKIT_EGRESS_DIR is')
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: path.resolve(env.DATA_DIR),
    cacheDir: path.resolve(env.CACHE_DIR),
    databaseUrl: env.DATABASE_URL,
    publicUrl: (
      env.PUBLIC_URL ?? `http://${isLoopback(env.HOST) ? 'localhost' : inAddress(env.HOST)}:${env.PORT}`
    ).replace(/\/$/, ''),
    trustProxy: env.TRUST_PROXY,
    // Demo accounts never appear by themselves on an address that others can reach.
    demo: env.FAIRLOOM_DEMO ? env.FAIRLOOM_DEMO === 'on' : isLoopback(env.HOST),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    uploadMaxBytes: env.UPLOAD_MAX_MB * 1024 * 1024,
    rateLimits: env.RATE_LIMITS === 'on',
    mediaUdpPort: env.MEDIA_UDP_PORT,
    mediaAddresses: env.MEDIA_ADDRESS ?? [],
    livekit:
      env.LIVEKIT_URL && env.LIVEKIT_API_KEY && env.LIVEKIT_API_SECRET
        ? { url: env.LIVEKIT_URL, key: env.LIVEKIT_API_KEY, secret: env.LIVEKIT_API_SECRET }
        : undefined,
    egressDir: env.LIVEKIT_EGRESS_DIR,
    turn: env.TURN_URLS && env.TURN_SECRET ? { urls: env.TURN_URLS, secret: env.TURN_SECRET } : undefined,
  }
}
