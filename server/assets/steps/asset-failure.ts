import type { AssetNoteCode } from '#shared/model/asset-notes.ts'
import type { AssetNote } from '#shared/model/asset.ts'

export type NoteValues = Record<string, string | number>

export type ToldNote = { code: AssetNoteCode; values: NoteValues }

/** The file can't be used; `note` carries the stable code and the figures from which the client makes its sentence. */
export class AssetFailure extends Error {
  readonly note: AssetNote & ToldNote

  constructor(code: AssetNoteCode, values: NoteValues = {}) {
    super(code)
    this.name = 'AssetFailure'
    this.note = { level: 'error', code, values }
  }

  /** The same failure on this side of a process border. */
  static ofNote({ code, values }: ToldNote): AssetFailure {
    return new AssetFailure(code, values)
  }
}

export const info = (code: AssetNoteCode, values: NoteValues = {}): AssetNote => ({
  level: 'info',
  code,
  values,
})

export const warning = (code: AssetNoteCode, values: NoteValues = {}): AssetNote => ({
  level: 'warning',
  code,
  values,
})

/** Cuts text that comes from a file to what fits into a sentence, without control characters. */
export const quoted = (text: string): string => {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
  return clean.length > 80 ? `${clean.slice(0, 77)}...` : clean
}

/** A library's message where it was written for people, and not the trace of a slip in its code. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) {
    return 'unexpected structure'
  }
  return quoted(error.message.replace(/^THREE\.\w+: /, ''))
}
