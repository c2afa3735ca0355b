/** Models by URL within a memory limit; the one that was not used for longest goes first. */
export interface ModelCache<T> {
  get(url: string): T | undefined
  has(url: string): boolean
  set(url: string, value: T, bytes: number): void
  /** Lets go of what is over the limit, except what `isInUse` names. */
  trim(isInUse: (url: string) => boolean): void
  clear(): void
  readonly bytes: number
}

/** @param dispose frees what a model holds on the graphics card */
export function createModelCache<T>(limitBytes: number, dispose: (value: T) => void): ModelCache<T> {
  // A Map keeps the order of insertion: getting a model moves it to the end.
  const entries = new Map<string, { value: T; bytes: number }>()
  let total = 0

  function drop(url: string): void {
    const entry = entries.get(url)
    if (!entry) return
    entries.delete(url)
    total -= entry.bytes
    dispose(entry.value)
  }

  return {
    get(url) {
      const entry = entries.get(url)
      if (!entry) return undefined
      entries.delete(url)
      entries.set(url, entry)
      return entry.value
    },
    has: (url) => entries.has(url),
    set(url, value, bytes) {
      drop(url)
      entries.set(url, { value, bytes })
      total += bytes
    },
    trim(isInUse) {
      for (const url of [...entries.keys()]) {
        if (total <= limitBytes) return
        if (!isInUse(url)) drop(url)
      }
    },
    clear() {
      for (const url of [...entries.keys()]) drop(url)
    },
    get bytes() {
      return total
    },
  }
}
