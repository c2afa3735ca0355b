import { createStore } from 'zustand/vanilla'
import type { SessionLanguage } from '#shared/model/programme.ts'
import { browserTimers, type RefusalCode, type Timers } from '../../net/delivery.ts'
import { createCaptionKeeper } from './caption-keeper.ts'
import { createSpeechSource, type Recogniser } from './speech-source.ts'

/**
 * `deaf`: the browser doesn't hear, or not this language. `has_file`: somebody gave a file in this language, which
 * stays. `not_kept`: the fair refuses them for another reason.
 */
export type CaptionTrouble = 'deaf' | 'has_file' | 'not_kept'

const troubleOf = (code: RefusalCode): CaptionTrouble => (code === 'conflict' ? 'has_file' : 'not_kept')

export interface VoiceCaptionsOptions {
  Recogniser: new () => Recogniser
  /** When the recording began, on the clock of `timers`. */
  startedMs: number
  /** Rejections are ApiErrors; `conflict` where somebody gave a file. */
  save(language: SessionLanguage, text: string): Promise<unknown>
  timers?: Timers
}

/** Captions of one recording from one's own voice, a file for each language that one spoke meanwhile. */
export const createVoiceCaptions = ({
  Recogniser,
  startedMs,
  save,
  timers = browserTimers,
}: VoiceCaptionsOptions) => {
  const store = createStore<{ trouble: CaptionTrouble | undefined }>(() => ({ trouble: undefined }))
  const note = (trouble: CaptionTrouble | undefined) => store.setState({ trouble })

  const begin = (language: SessionLanguage) => {
    const source = createSpeechSource({
      Recogniser,
      language,
      startedMs,
      onCue: () => keeper.note(),
      onRefused: () => note('deaf'),
      timers,
    })
    const keeper = createCaptionKeeper({
      source,
      save: (text) => save(language, text),
      onRefused: (code) => note(troubleOf(code)),
      timers,
    })
    return { source, keeper }
  }

  const files = new Map<SessionLanguage, ReturnType<typeof begin>>()
  const fileOf = (language: SessionLanguage) => {
    const file = files.get(language) ?? begin(language)
    files.set(language, file)
    return file
  }
  let spoken: SessionLanguage | undefined
  let isEnded = false

  const hear = (language: SessionLanguage | undefined): void => {
    if (language === spoken || isEnded) return
    if (spoken) fileOf(spoken).source.hear(false)
    spoken = language
    if (!language) return
    note(undefined)
    fileOf(language).source.hear(true)
  }

  return {
    store,
    /** Hears what is spoken in this language from now on, or nothing. */
    hear,
    /** Hears no more; resolves when all of it is kept, or was refused. */
    async end(): Promise<void> {
      hear(undefined)
      isEnded = true
      await Promise.all(
        [...files.values()].map(async ({ source, keeper }) => {
          await source.end()
          await keeper.end()
        }),
      )
    },
  }
}

export type VoiceCaptions = ReturnType<typeof createVoiceCaptions>
