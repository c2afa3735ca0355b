import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Log } from './log.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  /** An iCalendar file that mail programs take into the reader's calendar. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; file: string }
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}

const composed = (from: string, { calendar, ...mail }: Mail) => ({
  from,
  ...mail,
  ...(calendar && {
    icalEvent: { method: calendar.method, filename: 'session.ics', content: calendar.file },
  }),
})

/** Sends by SMTP where `smtpUrl` is set; otherwise writes each mail as an .eml file into `outbox`. */
export const createMailer = async (options: {
  smtpUrl: string | undefined
  from: string
  outbox: string
  log: Log
}): Promise<Mailer> => {
  const { smtpUrl, from, outbox, log } = options
  if (smtpUrl) {
    const transport = createTransport(smtpUrl)
    return {
      async send(mail) {
        await transport.sendMail(composed(from, mail))
      },
    }
  }
  await mkdir(outbox, { recursive: true })
  const compose = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(mail) {
      const { message } = await compose.sendMail(composed(from, mail))
      const file = path.join(
        outbox,
        `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`,
      )
      await writeFile(`${file}.part`, message)
      await rename(`${file}.part`, file)
      log.info({ file }, 'mail written to the outbox')
    },
  }
}
