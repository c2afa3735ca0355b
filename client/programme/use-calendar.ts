import type { Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { calendarFile } from '#shared/model/calendar-file.ts'
import { saveFile } from '../ui-kit/save-file.ts'
import { usePlaceOf } from './session-place.ts'

/** Saves sessions as a calendar file of this name. */
export const useCalendar = (directory: FairDirectory) => {
  const local = useLocalText()
  const placeOf = usePlaceOf(directory)
  return (sessions: readonly Session[], fileName: string) => {
    const events = sessions.map((session) => ({
      id: session.id,
      title: `${local(session.title)} · ${local(directory.fair.name)}`,
      text: `${local(session.abstract)}\n\n${session.hosts.map(({ name }) => name).join(', ')}`,
      place: placeOf(session)?.name ?? '',
      url: `${location.origin}/programme#${session.id}`,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      revision: session.revision,
      isCancelled: session.state === 'cancelled',
    }))
    saveFile(fileName, 'text/calendar', calendarFile(events, new Date().toISOString()))
  }
}
