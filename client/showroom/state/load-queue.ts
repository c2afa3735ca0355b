/** A wish for a file: the least priority number goes first. */
export interface LoadWish {
  readonly url: string
  readonly priority: number
}

export interface LoadQueue {
  /** Replaces all wishes: starts the most urgent, aborts what runs and is no longer wished for. */
  want(wishes: readonly LoadWish[]): void
  readonly running: number
  /** Ends everything; the queue can't be used again. */
  close(): void
}

export interface LoadQueueParts<T> {
  readonly concurrency: number
  readonly load: (url: string, signal: AbortSignal) => Promise<T>
  readonly onLoaded: (url: string, value: T) => void
  /** After the last attempt. */
  readonly onFailed: (url: string, error: unknown) => void
  /** Attempts for each file before it counts as failed. */
  readonly attempts?: number
}

/** Loads what is nearest first, a few at a time; what is left behind on the way is aborted. */
export function createLoadQueue<T>(parts: LoadQueueParts<T>): LoadQueue {
  const attempts = parts.attempts ?? 2
  const running = new Map<string, AbortController>()
  const tried = new Map<string, number>()
  const failed = new Set<string>()
  let waiting: LoadWish[] = []
  let closed = false

  function startNext(): void {
    while (!closed && running.size < parts.concurrency) {
      const next = waiting.shift()
      if (!next) return
      if (!running.has(next.url) && !failed.has(next.url)) void run(next.url)
    }
  }

  async function run(url: string): Promise<void> {
    const controller = new AbortController()
    running.set(url, controller)
    try {
      const value = await parts.load(url, controller.signal)
      // What arrives in the very moment of its abort is still good: the caller's cache takes it.
      if (!closed) parts.onLoaded(url, value)
    } catch (error) {
      if (!controller.signal.aborted) {
        const count = (tried.get(url) ?? 0) + 1
        tried.set(url, count)
        if (count >= attempts) {
          failed.add(url)
          parts.onFailed(url, error)
        }
      }
    } finally {
      running.delete(url)
      startNext()
    }
  }

  return {
    want(wishes) {
      const wanted = new Set(wishes.map((wish) => wish.url))
      for (const [url, controller] of running) if (!wanted.has(url)) controller.abort()
      // The same file may be wished for by several places: the most urgent wish counts.
      const seen = new Set(running.keys())
      waiting = [...wishes]
        .sort((a, b) => a.priority - b.priority)
        .filter(({ url }) => !seen.has(url) && seen.add(url))
      startNext()
    },
    get running() {
      return running.size
    },
    close() {
      closed = true
      waiting = []
      for (const controller of running.values()) controller.abort()
    },
  }
}
