import { readFile } from 'node:fs/promises'
import { AssetFailure, quoted } from '../steps/asset-failure.ts'

/** The model and the files that came with it; nothing else can be read through it. */
export type ModelFiles = {
  /** Path of the model inside the package, with forward slashes. */
  main: string
  names: readonly string[]
  read: (name: string) => Promise<Uint8Array<ArrayBuffer>>
}

/** A lone model without companions. */
export const singleFile = (name: string, path: string): ModelFiles => ({
  main: name,
  names: [name],
  read: async () => new Uint8Array(await readFile(path)),
})

const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/**
 * Finds the file that a path written by another program means: exactly, else without regard to case, else by its
 * bare name, since DCC tools write absolute paths of the author's machine.
 */
export const findByLooseName = (files: ModelFiles, written: string): string | undefined => {
  const wanted = written.replaceAll('\\', '/').toLowerCase()
  const exact = files.names.find((name) => name.toLowerCase() === wanted)
  return exact ?? files.names.find((name) => baseName(name).toLowerCase() === baseName(wanted))
}

/**
 * Resolves a glTF URI inside the package.
 * @throws AssetFailure `outside_uri` for schemes, absolute paths and paths that leave the package.
 */
export const resolveUri = (main: string, uri: string): string => {
  let decoded: string
  try {
    decoded = decodeURIComponent(uri)
  } catch {
    throw new AssetFailure('outside_uri', { uri: quoted(uri) })
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(decoded) || /^[\\/]/.test(decoded) || decoded.includes('\0')) {
    throw new AssetFailure('outside_uri', { uri: quoted(uri) })
  }
  const parts = main.split('/').slice(0, -1)
  for (const part of decoded.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) throw new AssetFailure('outside_uri', { uri: quoted(uri) })
  }
  return parts.join('/')
}
