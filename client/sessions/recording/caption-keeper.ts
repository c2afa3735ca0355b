import {
  browserTimers,
  codeOf,
  createBackoff,
  isPassing,
  type RefusalCode,
  type Timers,
} from '../../net/delivery.ts'
import type { CaptionSource } from './caption-source.ts'

/** A killed browser loses the captions of so long at most. */
const KEEP_EVERY_MS = 10_000

export interface CaptionKeeperOptions {
  source: CaptionSource
  /** Rejections are ApiErrors. */
  save(text: string): Promise<unknown>
  /** They will never be kept. */
  onRefused(code: RefusalCode): void
  timers?: Timers
}

/** Keeps a source's captions at the fair while they grow, one save at a time. */
export const createCaptionKeeper = ({
  source,
  save,
  onRefused,
  timers = browserTimers,
}: CaptionKeeperOptions) => {
  const backoff = createBackoff()
  const done = Promise.withResolvers<void>()
  let cancel: (() => void) | undefined
  let isChanged = false
  let isSaving = false
  let isEnded = false

  const plan = (ms: number) => {
    cancel ??= timers.after(ms, () => void keep())
  }

  const keep = async (): Promise<void> => {
    cancel?.()
    cancel = undefined
    if (isSaving) return
    if (!isChanged) return isEnded ? done.resolve() : undefined
    isSaving = true
    isChanged = false
    try {
      await save(await source.read())
      isSaving = false
      backoff.reset()
      if (isEnded) return await keep()
      if (isChanged) plan(KEEP_EVERY_MS)
    } catch (error) {
      const code = codeOf(error)
      // Whoever was refused stays as if a save went on for ever.
      if (!isPassing(code)) {
        onRefused(code)
        return done.resolve()
      }
      isSaving = false
      isChanged = true
      plan(isEnded ? backoff.takeMs() : KEEP_EVERY_MS)
    }
  }

  return {
    note(): void {
      isChanged = true
      plan(KEEP_EVERY_MS)
    },
    /** Nothing more comes. Resolves when all of it is kept, or was refused. */
    end(): Promise<void> {
      isEnded = true
      void keep()
      return done.promise
    },
  }
}
