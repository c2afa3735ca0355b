import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { zipSync } from 'fflate'

/** Real and malformed models; tests that need them skip where they are absent. */
export const CORPUS = resolve(
  process.env.FAIRLOOM_CORPUS ?? join(import.meta.dirname, '../../..', '../shared/corpus'),
)

export const hasCorpus = existsSync(join(CORPUS, 'models'))

export const WHY_SKIPPED = `no corpus at ${CORPUS} (set FAIRLOOM_CORPUS)`

export const listFiles = async (folder: string, endings: readonly string[]): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** The file as an exhibitor would upload it: alone, or zipped with the neighbours that its text names. */
export const asUpload = async (
  file: string,
  target: string,
): Promise<{ inputPath: string; fileName: string }> => {
  const text = (await readFile(file)).toString('latin1')
  const neighbours = (await readdir(dirname(file))).filter(
    (name) => name !== basename(file) && !/\.(gltf|glb|obj|fbx|json)$/.test(name) && text.includes(name),
  )
  if (neighbours.length === 0) return { inputPath: file, fileName: basename(file) }
  const entries: Record<string, Uint8Array> = {}
  for (const name of [basename(file), ...neighbours]) {
    entries[name] = new Uint8Array(await readFile(join(dirname(file), name)))
  }
  await writeFile(target, zipSync(entries))
  return { inputPath: target, fileName: `${basename(file)}.zip` }
}

/** An MTL file tried with a small model that uses it. */
export const withSmallObj = async (
  file: string,
  target: string,
): Promise<{ inputPath: string; fileName: string }> => {
  const material = /^newmtl\s+(\S+)/m.exec((await readFile(file)).toString('latin1'))?.[1] ?? 'none'
  const obj = `mtllib ${basename(file)}\nv 0 0 0\nv 1 0 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 0 1\nusemtl ${material}\nf 1/1 2/2 3/3\n`
  const entries = { 'model.obj': Buffer.from(obj), [basename(file)]: new Uint8Array(await readFile(file)) }
  await writeFile(target, zipSync(entries))
  return { inputPath: target, fileName: `${basename(file)}.zip` }
}
