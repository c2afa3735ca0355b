import { inLocale, type Locale } from '#shared/model/text.ts'
import type { InvitedRole } from '#shared/model/invitation.ts'
import type { Session } from '#shared/model/programme.ts'
import type { InvitationNews } from './invitations.service.ts'

export interface InvitationLetter {
  news: InvitationNews
  session: Session
  fairName: string
  timeZone: string
  place: string
  url: string
  role: InvitedRole
  receiverName: string
}

interface Words {
  greeting(name: string): string
  subject: Record<InvitationNews, (title: string, time: string) => string>
  opening: Record<InvitationNews, string>
  role: Record<InvitedRole, string>
  link: Record<InvitationNews, (url: string) => string>
}

const WORDS: Record<Locale, Words> = {
  en: {
    greeting: (name) => (name ? `Good day, ${name}.` : 'Good day.'),
    subject: {
      invited: (title, time) => `${title}: ${time}`,
      changed: (title, time) => `Changed: ${title}, now ${time}`,
      cancelled: (title) => `Cancelled: ${title}`,
      reminder: (title) => `Soon: ${title}`,
    },
    opening: {
      invited: 'You are expected at this session of the fair:',
      changed: 'This session has changed. It is now:',
      cancelled: 'You are no longer expected at this session:',
      reminder: 'This session begins in a few minutes:',
    },
    role: {
      attendee: '',
      cohost: 'You hold it together with the host.',
      speaker: 'You speak on the stage.',
      interpreter: 'You interpret.',
      observer: 'You listen without being shown.',
    },
    link: {
      invited: (url) =>
        `Come in here; a few minutes before is enough to look at camera and microphone:\n${url}`,
      changed: (url) => `Come in here:\n${url}`,
      cancelled: () => 'The calendar entry with this letter takes it out of your calendar.',
      reminder: (url) => `Come in here:\n${url}`,
    },
  },
  ru: {
    greeting: (name) => (name ? `Здравствуйте, ${name}!` : 'Здравствуйте!'),
    subject: {
      invited: (title, time) => `${title}: ${time}`,
      changed: (title, time) => `Изменение: ${title}, теперь ${time}`,
      cancelled: (title) => `Отменено: ${title}`,
      reminder: (title) => `Скоро: ${title}`,
    },
    opening: {
      invited: 'Вас ждут на этом мероприятии выставки:',
      changed: 'Мероприятие изменилось. Теперь так:',
      cancelled: 'Вас больше не ждут на этом мероприятии:',
      reminder: 'Мероприятие начинается через несколько минут:',
    },
    role: {
      attendee: '',
      cohost: 'Вы ведёте его вместе с ведущим.',
      speaker: 'Вы выступаете на сцене.',
      interpreter: 'Вы переводите.',
      observer: 'Вы слушаете, оставаясь невидимым.',
    },
    link: {
      invited: (url) =>
        `Вход здесь; приходите за несколько минут, чтобы проверить камеру и микрофон:\n${url}`,
      changed: (url) => `Вход здесь:\n${url}`,
      cancelled: () => 'Вложенная запись уберёт мероприятие из вашего календаря.',
      reminder: (url) => `Вход здесь:\n${url}`,
    },
  },
}

/** When a session is, by the clock of the fair, with the name of the zone. */
const timeOf = ({ startsAt }: Session, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  }).format(new Date(startsAt))

/** The letter that tells somebody of a session they are invited to. */
export const composeInvitationMail = (letter: InvitationLetter, locale: Locale) => {
  const { news, session, fairName, timeZone, place, url, role, receiverName } = letter
  const { greeting, subject, opening, role: roles, link } = WORDS[locale]
  const title = inLocale(session.title, locale)
  const time = timeOf(session, timeZone, locale)
  const about = [title, time, [place, fairName].filter(Boolean).join(' · ')].join('\n')
  const abstract = news === 'invited' ? inLocale(session.abstract, locale) : ''
  const task = news === 'cancelled' ? '' : roles[role]
  const text = [greeting(receiverName), opening[news], about, abstract, task, link[news](url)]
  return { subject: subject[news](title, time), text: text.filter(Boolean).join('\n\n') }
}
