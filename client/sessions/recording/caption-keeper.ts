import { browserTimers, type Timers } from '../../net/delivery.ts'
import type { CaptionSource } from './caption-source.ts'

/** A killed browser loses the captions of so long at most. */
const KEEP_EVERY_MS = 10_000

/** Keeps a source's captions at the fair while they grow. What could not be kept goes with the next ones. */
export const createCaptionKeeper = (
  source: CaptionSource,
  save: (text: string) => Promise<unknown>,
  timers: Timers = browserTimers,
) => {
  let cancel: (() => void) | undefined
  let isChanged = false

  const keep = async () => {
    cancel?.()
    cancel = undefined
    if (!isChanged) return
    isChanged = false
    await save(await source.read()).catch((error: unknown) => {
      isChanged = true
      throw error
    })
  }

  const plan = () => {
    cancel ??= timers.after(KEEP_EVERY_MS, () => void keep().catch(plan))
  }

  return {
    note(): void {
      isChanged = true
      plan()
    },
    /** Rejects where they could not be kept now. */
    end: keep,
  }
}
