import type { KeyedStorage } from '#client/trade/entry-store.ts'

/** A browser's storage that outlives the page. */
export const memoryStorage = (): KeyedStorage => {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
    removeItem: (key) => void entries.delete(key),
  }
}
