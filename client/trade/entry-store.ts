import type { z } from 'zod'

/** Entries kept in the browser, one key each, so that two windows never write over each other's. */
export interface EntryStore<T> {
  load(): T[]
  find(id: string): T | undefined
  save(id: string, entry: T): void
  remove(id: string): void
}

export type KeyedStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** Entries under `prefix`; what doesn't parse any more is left alone. Without storage they live as long as the page. */
export const createEntryStore = <T>(
  prefix: string,
  schema: z.ZodType<T>,
  storage: () => KeyedStorage,
): EntryStore<T> => {
  const unstored = new Map<string, T>()

  const attempt = <R>(work: (at: KeyedStorage) => R, otherwise: R): R => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  const parsed = (text: string | null): T | undefined => {
    try {
      return text === null ? undefined : schema.safeParse(JSON.parse(text)).data
    } catch {
      return undefined
    }
  }
  const keys = (at: KeyedStorage): string[] =>
    Array.from({ length: at.length }, (_, index) => at.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    )

  return {
    load() {
      const stored = attempt((at) => keys(at).map((key) => parsed(at.getItem(key))), [])
      return [...stored.filter((entry) => entry !== undefined), ...unstored.values()]
    },
    find: (id) => unstored.get(id) ?? attempt((at) => parsed(at.getItem(prefix + id)), undefined),
    save(id, entry) {
      const stored = attempt((at) => {
        at.setItem(prefix + id, JSON.stringify(entry))
        return true
      }, false)
      if (stored) unstored.delete(id)
      else unstored.set(id, entry)
    },
    remove(id) {
      unstored.delete(id)
      attempt((at) => at.removeItem(prefix + id), undefined)
    },
  }
}
