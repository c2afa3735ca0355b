import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Content-addressed files: a blob's name is the SHA-256 of its bytes, so it never changes and is stored once. */
export interface BlobStore {
  /** Copies a file in; resolves when its bytes and its name are on the disk. */
  putFile(file: string): Promise<Blob>
  put(bytes: Uint8Array): Promise<Blob>
  read(sha256: string): Readable
  /** Where the blob lies as a file, for parts that need random access. */
  localPath(sha256: string): string
  has(sha256: string): Promise<boolean>
  /** Deletes it for good; for what nothing else can be the same as. */
  remove(sha256: string): Promise<void>
}

export interface Blob {
  sha256: string
  bytes: number
}

const flushFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Blobs under `root/ab/abcdef…`; written to a temporary name, flushed, renamed, the folder flushed. */
export const createDiskBlobStore = async (root: string): Promise<BlobStore> => {
  const incoming = path.join(root, 'incoming')
  await mkdir(incoming, { recursive: true })
  const localPath = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256)

  const write = async (chunksOf: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Blob> => {
    const temporary = path.join(incoming, randomUUID())
    const handle = await open(temporary, 'wx', 0o644)
    const hash = createHash('sha256')
    let bytes = 0
    try {
      // Opened only now: a stream that fails before anybody listens would end the process.
      for await (const chunk of chunksOf()) {
        hash.update(chunk)
        bytes += chunk.byteLength
        await handle.writeFile(chunk)
      }
      await handle.sync()
      await handle.close()
      const sha256 = hash.digest('hex')
      const target = localPath(sha256)
      await mkdir(path.dirname(target), { recursive: true })
      await rename(temporary, target)
      await flushFolder(path.dirname(target))
      return { sha256, bytes }
    } catch (error) {
      await handle.close().catch(() => undefined)
      await rm(temporary, { force: true })
      throw error
    }
  }

  return {
    putFile: (file) => write(() => createReadStream(file)),
    put: (bytes) => write(() => [bytes]),
    read: (sha256) => createReadStream(localPath(sha256)),
    localPath,
    has: (sha256) =>
      stat(localPath(sha256)).then(
        () => true,
        () => false,
      ),
    remove: (sha256) => rm(localPath(sha256), { force: true }),
  }
}
