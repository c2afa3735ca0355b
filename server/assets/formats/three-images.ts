import { resolveObjectURL } from 'node:buffer'
import { ImageLoader } from 'three'
import sharp from 'sharp'
import { TGALoader } from 'three/examples/jsm/loaders/TGALoader.js'
import { checkPicture } from '../steps/precheck.ts'
import { findByLooseName, type ModelFiles } from './model-files.ts'

/** Where a loader's picture comes from: a path that its author wrote, or bytes embedded in the model. */
type PictureSource = { path: string } | { blob: { arrayBuffer: () => Promise<ArrayBuffer> } }

const sources = new WeakMap<object, PictureSource>()

/**
 * three's loaders fetch pictures through ImageLoader and a DOM. Here it only notes which picture was meant, so
 * that nothing is ever fetched; the bytes are then taken from the package.
 */
export const noteImagesInsteadOfLoading = (): void => {
  const note = (url: string, onLoad?: (image: HTMLImageElement) => void): HTMLImageElement => {
    const image = { width: 1, height: 1 }
    const blob = url.startsWith('blob:') ? resolveObjectURL(url) : undefined
    sources.set(image, blob === undefined ? { path: url } : { blob })
    const element: unknown = image
    // Loaders pass it on without looking into it.
    const opaque = element as HTMLImageElement
    onLoad?.(opaque)
    return opaque
  }
  ImageLoader.prototype.load = note
}

const readSource = async (source: PictureSource, files: ModelFiles): Promise<Uint8Array | undefined> => {
  if ('blob' in source) return new Uint8Array(await source.blob.arrayBuffer())
  const comma = source.path.indexOf(',')
  if (source.path.startsWith('data:'))
    return new Uint8Array(Buffer.from(source.path.slice(comma + 1), 'base64'))
  const name = findByLooseName(files, source.path)
  return name === undefined ? undefined : files.read(name)
}

const tgaToPng = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const { data, width = 0, height = 0 } = new TGALoader().parse(new Uint8Array(bytes).buffer)
  if (!(data instanceof Uint8Array)) throw new Error('TGA')
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 4 } })
      .flip()
      .png()
      .toBuffer(),
  )
}

export type Picture = { bytes: Uint8Array<ArrayBuffer> } | { missing: string }

const nameOf = (source: PictureSource): string =>
  'blob' in source ? 'embedded' : (source.path.split(/[\\/]/).pop() ?? source.path)

/** The picture behind a three texture as PNG or JPEG, or the name of the file that is missing. */
export const pictureOf = async (image: unknown, files: ModelFiles): Promise<Picture | undefined> => {
  const source = typeof image === 'object' && image !== null ? sources.get(image) : undefined
  if (source === undefined) return undefined
  const bytes = await readSource(source, files)
  const name = nameOf(source)
  if (bytes === undefined) return { missing: name }
  checkPicture(name, bytes)
  try {
    if (name.toLowerCase().endsWith('.tga')) return { bytes: await tgaToPng(bytes) }
    const { format } = await sharp(bytes).metadata()
    if (format === 'png' || format === 'jpeg') return { bytes: new Uint8Array(bytes) }
    return { bytes: new Uint8Array(await sharp(bytes).png().toBuffer()) }
  } catch {
    return { missing: name }
  }
}
