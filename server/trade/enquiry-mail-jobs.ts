import { z } from 'zod'
import type { CatalogueService } from '../catalogue/index.ts'
import type { Database } from '../platform/database/database.ts'
import { newRequestId, withRequestId, type Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail.ts'
import type { Queue } from '../platform/queue.ts'
import { composeEnquiryMail } from './enquiry-mail.ts'
import { tradeRepository } from './trade.repository.ts'
import { ENQUIRY_MAIL_QUEUE } from './trade.service.ts'

const MailJob = z.object({ messageId: z.string(), userId: z.string() })

export interface MailJobParts {
  database: { db: Database }
  queue: Queue
  mailer: Mailer
  catalogue: Pick<CatalogueService, 'findCompanies'>
  config: { publicUrl: string }
  log: Log
}

/** Writes to those whom a message of an enquiry concerns, one letter a job. */
export const workOnEnquiryMail = async (parts: MailJobParts): Promise<void> => {
  const { database, queue, mailer, catalogue, config, log } = parts
  const trade = tradeRepository(database.db)

  const send = async (messageId: string, userId: string) => {
    const message = await trade.findMessage(messageId)
    const enquiry = message && (await trade.find(message.enquiryId))
    const [company] = enquiry ? await catalogue.findCompanies([enquiry.companyId]) : []
    if (!message || !enquiry || !company) return
    // Who has left the company, or was suspended, since the job was made gets no letter.
    const receiver =
      userId === enquiry.buyerId
        ? await trade.person(userId)
        : (await trade.colleagues(enquiry.companyId)).find((one) => one.userId === userId)
    if (!receiver) return
    const letter = composeEnquiryMail(
      {
        kind: enquiry.kind,
        products: (await trade.linesOf([enquiry.id])).length,
        side: message.side,
        isFirst: message.seq === 1,
        authorName: message.authorName,
        companyName: company.name,
        text: message.text,
        url: `${config.publicUrl}/${userId === enquiry.buyerId ? 'enquiries' : 'desk/enquiries'}/${enquiry.id}`,
        receiverName: receiver.name,
      },
      receiver.locale,
    )
    await mailer.send({ to: receiver.email, ...letter })
  }

  await queue.work(ENQUIRY_MAIL_QUEUE, (data) =>
    withRequestId(newRequestId(), () => {
      const { messageId, userId } = MailJob.parse(data)
      return send(messageId, userId)
    }),
  )
  await queue.workDead(ENQUIRY_MAIL_QUEUE, async (data) => {
    // The message itself is stored and shown as unread; only its letter is given up.
    log.error(MailJob.parse(data), 'gave a letter about an enquiry up')
  })
}
