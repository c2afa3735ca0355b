import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetNote, AssetReport, AssetStep } from '#shared/model/asset.ts'
import { detectFormat, type ModelFormat, modelFormatOfName } from '../formats/detect.ts'
import { importFbx } from '../formats/fbx.ts'
import { importGltf } from '../formats/gltf.ts'
import { readGltfContainer } from '../formats/gltf-container.ts'
import type { ImportedModel } from '../formats/imported-model.ts'
import { type ModelFiles, singleFile } from '../formats/model-files.ts'
import { importObj } from '../formats/obj.ts'
import { noteImagesInsteadOfLoading } from '../formats/three-images.ts'
import { guardZip, unzipModel } from '../formats/unzip.ts'
import { importUsdz } from '../formats/usdz.ts'
import { AssetFailure, quoted, reasonOf } from './asset-failure.ts'
import { bake } from './bake.ts'
import { stripToMaterials } from './encode.ts'
import { MAX_BINARY_MODEL_BYTES, MAX_TEXT_MODEL_BYTES } from './limits.ts'
import { measure } from './measure.ts'
import { optimise, type VariantFile } from './optimise.ts'
import { makePoster } from './poster/poster.ts'
import { precheckGltf } from './precheck.ts'
import { repair } from './repair.ts'
import { repairPrimitives } from './repair-primitives.ts'
import type { Solid } from './solid.ts'
import { makeSwatch } from './swatch/swatch.ts'
import { targetNotes } from './target-notes.ts'
import { validateGltf, validationNotes } from './validate.ts'

export type ModelTask = {
  inputPath: string
  fileName: string
  outDir: string
  workDir: string
  unpackedMb: number
  /** Stops after the named step; no variants are written then. */
  until: 'measure' | 'end'
}

export type ModelResult = { report: AssetReport; variants: VariantFile[] }

export type OnStep = (step: AssetStep, share: number) => void

const HEAD_BYTES = 64

const readHead = async (path: string): Promise<Uint8Array> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const openPackage = async (
  task: ModelTask,
): Promise<{ format: ModelFormat; files: ModelFiles; bytes: number }> => {
  const { inputPath, fileName, workDir, unpackedMb } = task
  const { size } = await stat(inputPath)
  if (size === 0) throw new AssetFailure('empty_file')
  const kind = detectFormat(fileName, await readHead(inputPath))
  if (kind === undefined) throw new AssetFailure('unsupported_format', { fileName: quoted(fileName) })
  if (kind === 'usdz') await guardZip(inputPath, join(workDir, 'usdz'), MAX_BINARY_MODEL_BYTES / 2 ** 20)
  if (kind !== 'zip') return { format: kind, files: singleFile(fileName, inputPath), bytes: size }
  const files = await unzipModel(inputPath, join(workDir, 'unpacked'), unpackedMb)
  return { format: modelFormatOfName(files.main) ?? 'glb', files, bytes: size }
}

const checkSize = (format: ModelFormat, bytes: number): void => {
  const most = format === 'obj' ? MAX_TEXT_MODEL_BYTES : MAX_BINARY_MODEL_BYTES
  if (bytes <= most) return
  throw new AssetFailure('too_large_to_parse', {
    mb: Math.ceil(bytes / 2 ** 20),
    limitMb: most / 2 ** 20,
    format,
  })
}

const readGltf = async (files: ModelFiles, onStep: OnStep): Promise<ImportedModel> => {
  const bytes = await files.read(files.main)
  const raw = readGltfContainer(bytes)
  const outline = await precheckGltf(raw, files)
  onStep('import', 0)
  let model: ImportedModel | undefined
  let reason = ''
  try {
    model = await importGltf(outline, raw, files)
  } catch (error) {
    if (error instanceof AssetFailure) throw error
    reason = reasonOf(error)
  }
  onStep('validate', 0)
  const validation = await validateGltf(bytes, files)
  if (model !== undefined) return { ...model, notes: [...model.notes, ...validationNotes(validation)] }
  const [first] = validation.findings
  if (first === undefined) throw new AssetFailure('import_failed', { format: 'glTF', reason })
  throw new AssetFailure('gltf_invalid', { rule: first.rule, where: first.where, errors: validation.errors })
}

const IMPORTERS = { obj: importObj, fbx: importFbx, usdz: importUsdz }

const readModel = async (format: ModelFormat, files: ModelFiles, onStep: OnStep): Promise<ImportedModel> => {
  if (format === 'glb' || format === 'gltf') return readGltf(files, onStep)
  noteImagesInsteadOfLoading()
  onStep('import', 0)
  const model = await IMPORTERS[format](files)
  onStep('validate', 0)
  return model
}

/** A model as read and repaired, before anything is reduced. */
export type ReadModel = { solid: Solid; format: ModelFormat; bytes: number; notes: AssetNote[] }

/** Opens, checks, imports, validates and repairs one model. Only for the child process: it parses. */
export const readAndRepair = async (task: ModelTask, onStep: OnStep): Promise<ReadModel> => {
  onStep('precheck', 0)
  const { format, files, bytes } = await openPackage(task)
  checkSize(format, bytes)
  const { document, notes, metresPerUnit } = await readModel(format, files, onStep)
  onStep('repair', 0)
  notes.push(...repairPrimitives(document))
  const baked = await bake(document)
  stripToMaterials(document)
  const { solid, notes: repairs } = repair(baked, { metresPerUnit, statesMetres: format !== 'obj' })
  return { solid, format, bytes, notes: [...notes, ...repairs] }
}

/** The whole way of one model, in the child process: every parse happens here. */
export const processModel = async (task: ModelTask, onStep: OnStep): Promise<ModelResult> => {
  const { solid, format, bytes, notes } = await readAndRepair(task, onStep)
  onStep('measure', 0)
  const measures = measure(solid)
  const report = (): AssetReport => ({ format, bytesIn: bytes, ...measures, notes: withoutRepeats(notes) })
  if (task.until === 'measure') return { report: report(), variants: [] }

  onStep('optimise', 0)
  const { variants, detail } = await optimise(solid, {
    outDir: task.outDir,
    onVariant: (done, of) => onStep('optimise', done / of),
  })
  notes.push(...targetNotes(variants, measures.triangles))

  onStep('poster', 0)
  variants.push(await makePoster({ ...solid, parts: detail }, task.outDir))

  onStep('swatch', 0)
  // At most 150,000 triangles: an upload may have millions, and the scale shows in these as well.
  const swatch = await makeSwatch({ ...solid, parts: detail }, task.outDir)
  if (!swatch) return { report: report(), variants }
  return { report: { ...report(), swatchMm: swatch.sizeMm }, variants: [...variants, swatch.file] }
}

/** The importer and the repair may find the same thing; the exhibitor reads it once. */
const withoutRepeats = (notes: readonly AssetNote[]): AssetNote[] =>
  notes.filter((note, index) => {
    const first = notes.findIndex((other) => other.code === note.code)
    return first === index || /^(validator|target|unknown)_/.test(note.code)
  })
