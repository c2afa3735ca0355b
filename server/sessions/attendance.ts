import type { Attendance, SessionRole } from '#shared/model/live-session.ts'
import type { Lanyard } from '#shared/model/principal.ts'
import type { LoggedEntry } from './state/entries.ts'

interface Visit {
  name: string
  lanyard: Lanyard
  role: SessionRole
  firstAt: Date
  lastAt: Date
  inSince: Date | null
  ms: number
  agrees: boolean
  mayContact: boolean
}

/**
 * Who was in a session and how long, from its log. Those who did not agree to be named are counted only; the address is
 * given of those who agreed to be written to.
 */
export const attendanceOf = (
  log: readonly LoggedEntry[],
  emails: ReadonlyMap<string, string>,
  now: Date,
): { people: Attendance[]; unnamed: number } => {
  const visits = new Map<string, Visit>()
  const endedAt = log.find(({ entry }) => entry.kind === 'phase' && entry.phase === 'ended')?.at ?? now

  const begin = (id: string, at: Date) => {
    const visit = visits.get(id)
    if (visit && !visit.inSince && at < endedAt) visit.inSince = at
  }
  const end = (id: string, at: Date) => {
    const visit = visits.get(id)
    if (!visit?.inSince) return
    visit.ms += at.getTime() - visit.inSince.getTime()
    visit.lastAt = at
    visit.inSince = null
  }

  for (const { at, entry } of log) {
    if (entry.kind === 'came') {
      const { id, name, lanyard } = entry.person
      const known = visits.get(id)
      visits.set(id, {
        firstAt: at,
        lastAt: at,
        inSince: null,
        ms: 0,
        agrees: false,
        mayContact: false,
        ...known,
        name,
        lanyard,
        role: known?.role ?? entry.role,
      })
      if (entry.standing === 'in') begin(id, at)
    }
    if (entry.kind === 'admitted') for (const id of entry.personIds) begin(id, at)
    if (entry.kind === 'left' || entry.kind === 'removed') end(entry.personId, at)
    if (entry.kind === 'roleGiven') {
      const visit = visits.get(entry.personId)
      if (visit) visit.role = entry.role
    }
    if (entry.kind === 'consented') {
      const visit = visits.get(entry.personId)
      if (visit && entry.to === 'attendance') visit.agrees = entry.on
      if (visit && entry.to === 'contact') visit.mayContact = entry.on
    }
  }
  for (const id of visits.keys()) end(id, endedAt)

  const came = [...visits].filter(([, { ms, role }]) => ms > 0 && role !== 'observer')
  const named = came.filter(([, { agrees, mayContact }]) => agrees || mayContact)
  const people = named.map(([personId, visit]): Attendance => ({
    personId,
    name: visit.name,
    role: visit.role,
    lanyard: visit.lanyard,
    minutes: Math.round(visit.ms / 6000) / 10,
    firstAt: visit.firstAt.toISOString(),
    lastAt: visit.lastAt.toISOString(),
    mayContact: visit.mayContact,
    email: visit.mayContact ? (emails.get(personId) ?? null) : null,
  }))
  return { people, unnamed: came.length - named.length }
}
