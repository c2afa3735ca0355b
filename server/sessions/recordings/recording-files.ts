import path from 'node:path'
import { Id } from '#shared/model/ids.ts'
import { RECORDING_FILES, type RecordedBy } from '#shared/model/recording.ts'

/** Where recordings arrive. */
export interface RecordingFolders {
  /** Piece by piece, from browsers. */
  browser: string
  /** Whole, from the fair's own recorder; undefined where it has none. */
  fair: string | undefined
}

const ENDING = `.${RECORDING_FILES.fair.extension}`

export const fairFileName = (recordingId: string): string => recordingId + ENDING

/** Of which recording a file of the fair's recorder is; the folder may hold what is nobody's here. */
export const recordingOfFairFile = (name: string): string | undefined =>
  name.endsWith(ENDING) ? Id.safeParse(name.slice(0, -ENDING.length)).data : undefined

/** The file as it came; undefined where its folder is not known any more. */
export const arrivedFile = (
  folders: RecordingFolders,
  { id, by }: { id: string; by: RecordedBy },
): string | undefined => {
  if (by === 'browser') return path.join(folders.browser, id)
  return folders.fair === undefined ? undefined : path.join(folders.fair, fairFileName(id))
}
