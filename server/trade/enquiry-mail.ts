import { Locale } from '#shared/model/text.ts'
import type { EnquiryKind } from '#shared/model/enquiry.ts'
import type { EnquirySide } from '#shared/protocol/trade.ts'

export interface EnquiryNews {
  kind: EnquiryKind
  /** How many lines the enquiry has. */
  products: number
  side: EnquirySide
  isFirst: boolean
  authorName: string
  companyName: string
  text: string
  url: string
  receiverName: string
}

interface Words {
  kind: Record<EnquiryKind, string>
  greeting(news: EnquiryNews): string
  subject(news: EnquiryNews, kind: string): string
  opening(news: EnquiryNews, kind: string): string
  link(news: EnquiryNews): string
}

const english = new Intl.PluralRules('en')
const russian = new Intl.PluralRules('ru')
const RUSSIAN_PRODUCTS: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: 'товар',
  few: 'товара',
  many: 'товаров',
}

const WORDS: Record<Locale, Words> = {
  en: {
    kind: { question: 'a question', sample: 'a wish for samples', quotation: 'a wish for a quotation' },
    greeting: ({ receiverName }) => `Good day, ${receiverName}.`,
    subject: ({ side, isFirst, authorName, companyName }, kind) => {
      if (side === 'company') return `${companyName} has answered your enquiry`
      return isFirst ? `${authorName} sends ${kind}` : `${authorName} has written again`
    },
    opening({ side, isFirst, authorName, companyName, products }, kind) {
      if (side === 'company') return `${authorName} of ${companyName} writes:`
      const about =
        products > 0
          ? ` about ${products} ${english.select(products) === 'one' ? 'product' : 'products'}`
          : ''
      return isFirst ? `${authorName} sends ${companyName} ${kind}${about}.` : `${authorName} writes:`
    },
    link: ({ url }) => `Read and answer here: ${url}`,
  },
  ru: {
    kind: { question: 'вопрос', sample: 'запрос образцов', quotation: 'запрос цены' },
    greeting: ({ receiverName }) => `Здравствуйте, ${receiverName}!`,
    subject: ({ side, isFirst, authorName, companyName }, kind) => {
      if (side === 'company') return `Компания «${companyName}» ответила на ваш запрос`
      return isFirst ? `${authorName}: ${kind}` : `${authorName}: новое сообщение по запросу`
    },
    opening({ side, isFirst, authorName, companyName, products }, kind) {
      if (side === 'company') return `${authorName}, «${companyName}», пишет:`
      const about =
        products > 0 ? ` (${products} ${RUSSIAN_PRODUCTS[russian.select(products)] ?? 'товара'})` : ''
      return isFirst
        ? `Для компании «${companyName}» поступил ${kind}${about}. Отправитель: ${authorName}.`
        : `${authorName} пишет:`
    },
    link: ({ url }) => `Прочитать и ответить: ${url}`,
  },
}

/** The letter that tells somebody of a message, in their language; English where we don't have it. */
export const composeEnquiryMail = (news: EnquiryNews, language: string) => {
  const locale = Locale.safeParse(language).data ?? 'en'
  const { kind, greeting, subject, opening, link } = WORDS[locale]
  const parts = [greeting(news), opening(news, kind[news.kind]), news.text, link(news)]
  return { subject: subject(news, kind[news.kind]), text: parts.filter(Boolean).join('\n\n') }
}
