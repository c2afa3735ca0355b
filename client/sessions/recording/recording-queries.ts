import { queryOptions } from '@tanstack/react-query'
import { isBeingMade, type Recording } from '#shared/model/recording.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { call } from '../../net/api.ts'

const PREPARING_MS = 2000
const isUnderWay = (recording: Recording) => isBeingMade(recording) || recording.state === 'preparing'

/** What there is to see of a session after its end; asked again for as long as something is being prepared. */
export const playbackQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['playback', sessionId],
    queryFn: ({ signal }) => call(recordingRoutes.getPlayback, { params: { sessionId } }, signal),
    refetchInterval: ({ state }) => (state.data?.recordings.some(isUnderWay) ? PREPARING_MS : false),
  })
