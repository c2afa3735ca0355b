import { z } from 'zod'
import { calendarFile } from '#shared/model/calendar-file.ts'
import { Id } from '#shared/model/ids.ts'
import type { Session } from '#shared/model/programme.ts'
import { inLocale, type Locale } from '#shared/model/text.ts'
import type { CatalogueService } from '../catalogue/index.ts'
import type { FairService } from '../fair/index.ts'
import type { Database } from '../platform/database/database.ts'
import { newRequestId, withRequestId, type Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail.ts'
import type { Queue } from '../platform/queue.ts'
import type { ProgrammeService } from '../programme/index.ts'
import { composeInvitationMail } from './invitation-mail.ts'
import { invitationsRepository, type InvitationRow } from './invitations.repository.ts'
import {
  INVITATION_MAIL_QUEUE,
  INVITATION_NEWS,
  type InvitationNews,
  type InvitationsService,
} from './invitations.service.ts'

const MailJob = z.object({ invitationId: Id, news: z.enum(INVITATION_NEWS) })
const LOOK_FOR_DUE_EVERY_MS = 20_000

export interface InvitationJobParts {
  database: { db: Database }
  queue: Queue
  mailer: Mailer
  invitations: Pick<InvitationsService, 'tokenOf' | 'remindDue'>
  programme: Pick<ProgrammeService, 'find'>
  fair: Pick<FairService, 'findFair' | 'findHall' | 'findStand'>
  catalogue: Pick<CatalogueService, 'findCompanies'>
  config: { publicUrl: string; mailFrom: string }
  log: Log
}

const STAND: Record<Locale, string> = { en: 'Stand', ru: 'Стенд' }

/** Whether a letter still tells what is so: the session may have changed again since the job was made. */
const isStillSo = (news: InvitationNews, { state }: Session, { withdrawnAt }: InvitationRow): boolean =>
  news === 'cancelled'
    ? state !== 'planned' || withdrawnAt !== null
    : state === 'planned' && withdrawnAt === null

/** Writes to those who are invited, one letter a job, and reminds them. */
export const workOnInvitations = async (parts: InvitationJobParts) => {
  const { database, queue, mailer, invitations, programme, fair, catalogue, config, log } = parts
  const repository = invitationsRepository(database.db)

  const placeOf = async ({ place }: Session, locale: Locale): Promise<string> => {
    if (place.kind === 'area') return `${place.area}, ${(await fair.findHall(place.hallId))?.name ?? ''}`
    const stand = await fair.findStand(place.standId)
    const [company] = stand?.companyId ? await catalogue.findCompanies([stand.companyId]) : []
    return [stand && `${STAND[locale]} ${stand.number}`, company?.name].filter(Boolean).join(', ')
  }

  const send = async (invitationId: string, news: InvitationNews) => {
    const row = await repository.find(invitationId)
    const session = row && (await programme.find(row.sessionId))
    const held = await fair.findFair()
    if (!row || !session || !held || !isStillSo(news, session, row)) return
    const { email, name, language } = row
    const place = await placeOf(session, language)
    const url = `${config.publicUrl}/sessions/${session.id}?invitation=${invitations.tokenOf(row.id)}`
    const letter = composeInvitationMail(
      {
        news,
        session,
        fairName: inLocale(held.name, language),
        timeZone: held.timeZone,
        place,
        url,
        role: row.role,
        receiverName: name,
      },
      language,
    )
    const method = news === 'cancelled' ? 'CANCEL' : 'REQUEST'
    const { id, startsAt, endsAt, revision } = session
    const event = {
      id,
      title: inLocale(session.title, language),
      text: inLocale(session.abstract, language),
      place,
      url,
      startsAt,
      endsAt,
      revision,
      isCancelled: method === 'CANCEL',
    }
    const organizer = { name: session.hosts[0]?.name ?? '', email: addressIn(config.mailFrom) }
    const attendee = { name, email }
    const file = calendarFile([event], new Date().toISOString(), { method, organizer, attendee })
    await mailer.send({
      to: email,
      ...letter,
      // A reminder says nothing new to a calendar.
      ...(news !== 'reminder' && { calendar: { method, file } }),
    })
  }

  await queue.work(INVITATION_MAIL_QUEUE, (data) =>
    withRequestId(newRequestId(), () => {
      const { invitationId, news } = MailJob.parse(data)
      return send(invitationId, news)
    }),
  )
  await queue.workDead(INVITATION_MAIL_QUEUE, async (data) => {
    log.error(MailJob.parse(data), 'gave a letter about a session up')
  })
  const remind = () =>
    invitations.remindDue().catch((error: unknown) => log.warn({ err: error }, 'reminders were not made'))
  void remind()
  const timer = setInterval(() => void remind(), LOOK_FOR_DUE_EVERY_MS)
  return { close: () => clearInterval(timer) }
}

/** The address in `Fairloom <fair@localhost>`. */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from
