import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise } from 'yauzl'
import { AssetFailure, quoted } from '../steps/asset-failure.ts'
import { modelFormatOfName } from './detect.ts'
import type { ModelFiles } from './model-files.ts'

const MAX_ENTRIES = 2_000
const MAX_RATIO = 100
// Small files of repeated text pass the ratio honestly (an MTL, a JSON of zeros), and harm nobody.
const RATIO_FREE_BYTES = 2 ** 20

const isLink = (entry: Entry): boolean => {
  const unixMode = entry.externalFileAttributes >>> 16
  return (unixMode & 0o170000) === 0o120000
}

const isBadPath = (name: string): boolean =>
  name.includes('\0') || /^([a-z]:|[\\/])/i.test(name) || name.split(/[\\/]/).includes('..')

/** Resource forks and folder settings that macOS and Windows add by themselves. */
const isLitter = (name: string): boolean => /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name)

const guardEntry = (entry: Entry): void => {
  const name = quoted(entry.fileName)
  if (isBadPath(entry.fileName)) throw new AssetFailure('zip_bad_path', { name })
  if (isLink(entry)) throw new AssetFailure('zip_link', { name })
  if (entry.isEncrypted()) throw new AssetFailure('zip_encrypted', { name })
}

type Budget = { bytesLeft: number; limitMb: number }

/** Counts what really comes out, whatever the headers say. */
const countingGuard = (entry: Entry, budget: Budget): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      budget.bytesLeft -= chunk.length
      if (budget.bytesLeft < 0) return done(new AssetFailure('zip_too_large', { limitMb: budget.limitMb }))
      if (bytes > RATIO_FREE_BYTES && bytes > MAX_RATIO * Math.max(entry.compressedSize, 1)) {
        return done(new AssetFailure('zip_ratio', { name: quoted(entry.fileName), limit: MAX_RATIO }))
      }
      done(null, chunk)
    },
  })
}

const chooseModel = (names: string[]): string => {
  const models = names.filter((name) => modelFormatOfName(name) !== undefined)
  const [first] = models
  if (first === undefined) throw new AssetFailure('zip_no_model')
  if (models.length > 1) {
    throw new AssetFailure('zip_many_models', { count: models.length, names: quoted(models.join(', ')) })
  }
  return first
}

const unpackEntries = async (zipPath: string, dir: string, budget: Budget): Promise<Map<string, string>> => {
  const zip = await openPromise(zipPath, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: true,
    validateEntrySizes: true,
  })
  const paths = new Map<string, string>()
  try {
    if (zip.entryCount > MAX_ENTRIES) {
      throw new AssetFailure('zip_too_many_entries', { entries: zip.entryCount, limit: MAX_ENTRIES })
    }
    let entries = 0
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entries > MAX_ENTRIES)
        throw new AssetFailure('zip_too_many_entries', { entries, limit: MAX_ENTRIES })
      guardEntry(entry)
      const name = entry.fileName.replaceAll('\\', '/')
      if (name.endsWith('/') || isLitter(name)) continue
      // Names from the archive never touch the disk: files are numbered.
      const path = join(dir, String(entries))
      await pipeline(
        await zip.openReadStreamPromise(entry),
        countingGuard(entry, budget),
        createWriteStream(path),
      )
      paths.set(name, path)
    }
  } finally {
    zip.close()
  }
  return paths
}

const unpackGuarded = async (
  zipPath: string,
  dir: string,
  unpackedMb: number,
): Promise<Map<string, string>> => {
  await mkdir(dir, { recursive: true })
  try {
    return await unpackEntries(zipPath, dir, { bytesLeft: unpackedMb * 2 ** 20, limitMb: unpackedMb })
  } catch (error) {
    if (error instanceof AssetFailure) throw error
    const reason = error instanceof Error ? error.message : ''
    // yauzl refuses such names itself before the entry is seen.
    if (/relative path|absolute path|invalid characters in fileName/.test(reason)) {
      throw new AssetFailure('zip_bad_path', { name: quoted(reason.replace(/^[^:]*: */, '')) })
    }
    throw new AssetFailure('zip_unreadable', { reason: quoted(reason) })
  }
}

/** Proves that an archive which another library will unpack in memory (USDZ) is harmless; leaves nothing behind. */
export const guardZip = async (zipPath: string, dir: string, unpackedMb: number): Promise<void> => {
  await unpackGuarded(zipPath, dir, unpackedMb)
  await rm(dir, { recursive: true, force: true })
}

/**
 * Unpacks a zip into `dir` and finds the one model in it.
 * @throws AssetFailure for links, absolute and parent paths, encrypted entries, more than 2,000 entries, a ratio
 * over 100, and more than `unpackedMb` real bytes.
 */
export const unzipModel = async (zipPath: string, dir: string, unpackedMb: number): Promise<ModelFiles> => {
  const paths = await unpackGuarded(zipPath, dir, unpackedMb)
  const names = [...paths.keys()]
  return {
    main: chooseModel(names),
    names,
    read: async (name) => {
      const path = paths.get(name)
      if (path === undefined) throw new AssetFailure('missing_file', { name: quoted(name) })
      return new Uint8Array(await readFile(path))
    },
  }
}
