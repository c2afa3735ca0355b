import type { SessionDraft } from '#shared/model/programme.ts'

/** A talk of half an hour at a stand, on a day of the fair that `buildHall` makes. */
export const talkDraft = (standId: string, from = '2026-11-10T09:00:00.000Z'): SessionDraft => ({
  kind: 'talk',
  title: { en: 'Twills' },
  abstract: { en: 'Three twills and what they are for.' },
  hosts: [{ name: 'Lola Karimova' }],
  language: 'en',
  place: { kind: 'stand', standId },
  startsAt: from,
  endsAt: new Date(Date.parse(from) + 30 * 60_000).toISOString(),
})
