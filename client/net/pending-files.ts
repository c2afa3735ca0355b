/*
 * Files that are being uploaded, kept in this browser's IndexedDB so that an upload goes on after a reload without
 * choosing the file again. A courtesy: where the browser has no room for it, the file is chosen again.
 */
const DATABASE = 'fairloom-uploads'
const STORE = 'files'

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })

const inStore = async <T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await answer(opening)
  try {
    return await answer(run(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

export const keepPendingFile = (productId: string, file: File): Promise<void> =>
  inStore('readwrite', (store) => store.put(file, productId)).then(
    () => undefined,
    () => undefined,
  )

export const dropPendingFile = (productId: string): Promise<void> =>
  inStore('readwrite', (store) => store.delete(productId)).catch(() => undefined)

export const pendingFile = async (productId: string): Promise<File | undefined> => {
  const kept: unknown = await inStore('readonly', (store) => store.get(productId)).catch(() => undefined)
  return kept instanceof File ? kept : undefined
}
