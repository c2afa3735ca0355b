import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountsRepository } from '#server/accounts/index.ts'
import { composeEnquiryMail } from '#server/trade/enquiry-mail.ts'
import { workOnEnquiryMail } from '#server/trade/index.ts'
import { tradeRoutes } from '#shared/protocol/trade.ts'
import { buildEnquiry, enquiryBody } from '../../support/enquiries.ts'
import { buildCompany, signUp } from '../../support/people.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('letters about enquiries', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.stop())

  /** The letters about enquiries to one address, as they lie in the outbox. */
  const lettersTo = async (email: string) => {
    const folder = path.join(app.dataDir, 'outbox')
    const texts = await Promise.all(
      (await readdir(folder)).map((file) => readFile(path.join(folder, file), 'utf8')),
    )
    // Quoted-printable breaks long lines.
    return texts
      .map((text) => text.replaceAll('=\n', ''))
      .filter((text) => text.includes(`To: ${email}`) && text.includes('nquir'))
  }
  const jobs = async () => {
    const { rows } = await app.parts.database.pool.query(
      `select data from queue.job where name = 'enquiry-mail'`,
    )
    return rows.length
  }

  it('[EN11] makes a job for each person of the company with the enquiry, and none with one that is refused', async () => {
    const { companyId, owner } = await buildCompany(app)
    const colleague = await signUp(app, 'Rustam')
    await accountsRepository(app.parts.database.db).addMember(companyId, colleague.userId, 'member')
    const buyer = await signUp(app, 'Clara')
    const body = enquiryBody()
    const { id } = await buildEnquiry(app, companyId, buyer.cookie, body)
    expect(await jobs()).toBe(2)
    await buildEnquiry(app, companyId, buyer.cookie, body)
    await expect(buildEnquiry(app, companyId, owner.cookie)).rejects.toThrow('conflict')
    expect(await jobs()).toBe(2)

    await workOnEnquiryMail(app.parts)
    await app.call(owner.cookie)(tradeRoutes.postReply, {
      params: { enquiryId: id },
      body: { id: crypto.randomUUID(), text: 'We do.' },
    })
    await vi.waitFor(
      async () => {
        for (const email of [owner.email, colleague.email, buyer.email])
          expect(await lettersTo(email)).toHaveLength(1)
      },
      { timeout: 20_000, interval: 50 },
    )
    const [letter] = await lettersTo(owner.email)
    expect(letter).toContain(`http://fair.test/desk/enquiries/${id}`)
    const [answer] = await lettersTo(buyer.email)
    expect(answer).toContain(`http://fair.test/enquiries/${id}`)
  })

  it('[EN11] writes in the receiver’s language', () => {
    const news = {
      kind: 'sample' as const,
      products: 3,
      side: 'buyer' as const,
      isFirst: true,
      authorName: 'Clara',
      companyName: 'Chust Twills',
      text: 'In navy.',
      url: 'http://fair.test/desk/enquiries/1',
      receiverName: 'Nargiza',
    }
    expect(composeEnquiryMail(news, 'en')).toEqual({
      subject: 'Clara sends a wish for samples',
      text: 'Good day, Nargiza.\n\nClara sends Chust Twills a wish for samples about 3 products.\n\nIn navy.\n\nRead and answer here: http://fair.test/desk/enquiries/1',
    })
    expect(composeEnquiryMail(news, 'ru').text).toContain('запрос образцов (3 товара). Отправитель: Clara.')
    expect(composeEnquiryMail({ ...news, side: 'company', isFirst: false }, 'ru').subject).toBe(
      'Компания «Chust Twills» ответила на ваш запрос',
    )
    expect(composeEnquiryMail(news, 'kk').subject).toBe(composeEnquiryMail(news, 'en').subject)
  })
})
