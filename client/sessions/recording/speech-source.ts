import type { SessionLanguage } from '#shared/model/programme.ts'
import { writeCaptions, type Cue } from '#shared/model/webvtt.ts'
import { browserTimers, createBackoff, type Timers } from '../../net/delivery.ts'
import type { CaptionSource } from './caption-source.ts'

/** What is used of a browser's SpeechRecognition (https://webaudio.github.io/web-speech-api/). */
export interface Recogniser {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: RecogniserResult) => void) | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  /** Hears no more, and tells what was said before. */
  stop(): void
}

interface RecogniserResult {
  /** The first of the results that changed. */
  resultIndex: number
  results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }>
}

/** Undefined where the browser has none. */
export const findRecogniser = (): (new () => Recogniser) | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: new () => Recogniser
    webkitSpeechRecognition?: new () => Recogniser
  }
  return SpeechRecognition ?? webkitSpeechRecognition
}

/** Languages of sessions as recognisers call them. */
const TAGS: Readonly<Record<SessionLanguage, string>> = {
  en: 'en-US', ru: 'ru-RU', be: 'be-BY', hy: 'hy-AM', kk: 'kk-KZ', ky: 'ky-KG', tg: 'tg-TJ', uz: 'uz-UZ', tr: 'tr-TR',
  zh: 'zh-CN',
} // prettier-ignore

/** After these it is no use to ask again. */
const FOR_GOOD = new Set(['not-allowed', 'service-not-allowed', 'audio-capture', 'language-not-supported'])
/** A caption that is shorter can't be read. */
const LEAST_MS = 800
/** A recogniser that was stopped is waited for so long. */
const LAST_WORDS_MS = 5000

export interface SpeechSourceOptions {
  Recogniser: new () => Recogniser
  language: SessionLanguage
  /** When the recording began, on the clock of `timers`. */
  startedMs: number
  onCue(): void
  /** It won't hear any more: not permitted, no microphone, or not in this language. */
  onRefused(): void
  timers?: Timers
}

/**
 * Captions from what one's own microphone hears, by the browser's recogniser. It may send the sound elsewhere: ask
 * before.
 */
export const createSpeechSource = (options: SpeechSourceOptions) => {
  const { Recogniser, language, startedMs, onCue, onRefused, timers = browserTimers } = options
  const cues: Cue[] = []
  const elapsedMs = () => Math.round(timers.nowMs() - startedMs)
  const backoff = createBackoff()
  let running: Recogniser | undefined
  let cancelStart: (() => void) | undefined
  let isHearing = false
  let onSilent: (() => void) | undefined

  /** `starts` are when sentences began that are still guessed at; `taken` are those that are written. */
  const takeResults = (
    starts: Map<number, number>,
    taken: Set<number>,
    { resultIndex, results }: RecogniserResult,
  ) => {
    backoff.reset()
    for (let at = resultIndex; at < results.length; at++) {
      if (taken.has(at)) continue
      const fromMs = starts.get(at) ?? elapsedMs()
      starts.set(at, fromMs)
      const result = results[at]
      if (!result?.isFinal) continue
      taken.add(at)
      const text = result[0].transcript.trim()
      if (!text) continue
      cues.push({ fromMs, toMs: Math.max(elapsedMs(), fromMs + LEAST_MS), text })
      onCue()
    }
  }

  const start = () => {
    cancelStart = undefined
    const one = new Recogniser()
    const starts = new Map<number, number>()
    const taken = new Set<number>()
    one.lang = TAGS[language]
    one.continuous = true
    one.interimResults = true
    one.onresult = (event) => takeResults(starts, taken, event)
    one.onerror = ({ error }) => {
      if (!FOR_GOOD.has(error)) return
      isHearing = false
      onRefused()
    }
    // Recognisers end by themselves after a silence, or once their service is out of reach.
    one.onend = () => {
      running = undefined
      onSilent?.()
      if (isHearing) cancelStart = timers.after(backoff.takeMs(), start)
    }
    running = one
    one.start()
  }

  const hear = (on: boolean): void => {
    if (on === isHearing) return
    isHearing = on
    if (on && !running && !cancelStart) start()
    if (on) return
    cancelStart?.()
    cancelStart = undefined
    running?.stop()
  }

  const source: CaptionSource = { read: () => Promise.resolve(writeCaptions(cues)) }
  return {
    ...source,
    /** Only while one's microphone is open. */
    hear,
    /** Hears no more; resolves when what was said before is written. */
    async end(): Promise<void> {
      hear(false)
      if (!running) return
      await new Promise<void>((resolve) => {
        onSilent = resolve
        timers.after(LAST_WORDS_MS, resolve)
      })
    },
  }
}
