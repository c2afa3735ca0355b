import type { Session, SessionPlace } from '#shared/model/programme.ts'
import type { SessionRow } from './programme.repository.ts'

const placeOf = ({ hallId, standId, area }: SessionRow): SessionPlace =>
  standId === null ? { kind: 'area', hallId, area: area ?? '' } : { kind: 'stand', standId }

export const presentSession = (row: SessionRow): Session => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  abstract: row.abstract,
  hosts: row.hosts,
  language: row.language,
  place: placeOf(row),
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  state: row.state,
  revision: row.revision,
})
