import type { Document, Texture } from '@gltf-transform/core'
import { EXTTextureWebP } from '@gltf-transform/extensions'
import { getTextureChannelMask, listTextureSlots } from '@gltf-transform/functions'
import sharp from 'sharp'
import type { TextureLay } from './texture-lay.ts'

// One thread and no cache: the child's memory is bounded, and the machine also serves a fair.
sharp.concurrency(1)
sharp.cache(false)

export type TextureOptions = {
  maxPixels: number
  /** Also scales small textures down, as distance allows. */
  scale?: number
  /**
   * Texels per millimetre of surface that the level shows at its nearest: a weave of 40 threads a centimetre needs no
   * more pixels than the eye gets.
   */
  texelsPerMm?: number
  /** WebP quality of colours; normals get more, since their errors show as facets. */
  quality: number
}

const INPUT = { limitInputPixels: 68_000_000, failOn: 'error' } as const
const ALPHA = 0x1000
const NORMAL_EXTRA_QUALITY = 6
const EFFORT = 5

/** Below this a picture is all edge. */
const MIN_PIXELS = 64

const scaleFor = (options: TextureOptions, longest: number, lay: TextureLay | undefined): number => {
  const capped = Math.min(options.scale ?? 1, options.maxPixels / longest)
  if (options.texelsPerMm === undefined || lay === undefined) return capped
  return Math.min(capped, Math.max((options.texelsPerMm * 1000) / lay.texelsPerM, MIN_PIXELS / longest))
}

/** Half of an even number of pixels that is at least as large. */
const halfUp = (pixels: number): number => Math.max(1, Math.ceil(pixels / 2))

/**
 * Scales a picture that repeats as what it is, endless: its neighbours count at its edges, or each repeat would show
 * its seam.
 */
const resizeRepeating = async (source: Uint8Array, width: number, height: number, scale: number) => {
  const [sideX, sideY] = [Math.floor(width / 2), Math.floor(height / 2)]
  const [halfW, halfH] = [halfUp(width * scale), halfUp(height * scale)]
  const around = await sharp(source, INPUT)
    .extend({ left: sideX, right: sideX, top: sideY, bottom: sideY, extendWith: 'repeat' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return sharp(around.data, { raw: around.info })
    .resize(halfW * 4, halfH * 4, { fit: 'fill' })
    .extract({ left: halfW, top: halfH, width: halfW * 2, height: halfH * 2 })
}

const encode = async (
  texture: Texture,
  options: TextureOptions,
  lay: TextureLay | undefined,
): Promise<void> => {
  const source = texture.getImage()
  if (source === null) return
  const slots = listTextureSlots(texture)
  const isNormal = slots.some((slot) => /normal/i.test(slot))
  const isColour = slots.some((slot) => /color|emissive|diffuse/i.test(slot))
  let picture = sharp(source, INPUT)
  const { width, height } = await picture.metadata()
  const scale = scaleFor(options, Math.max(width, height), lay)
  if (scale < 1 && lay?.repeats === true && width % 2 === 0 && height % 2 === 0) {
    picture = await resizeRepeating(source, width, height, scale)
  } else if (scale < 1) {
    picture.resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), {
      fit: 'fill',
      kernel: isNormal ? 'mitchell' : 'lanczos3',
    })
  }
  // An unused alpha channel costs bytes and, premultiplied, colour.
  if ((getTextureChannelMask(texture) & ALPHA) === 0) picture.removeAlpha()
  const webp = await picture
    .toColourspace('srgb')
    .webp({
      quality: Math.min(100, options.quality + (isNormal ? NORMAL_EXTRA_QUALITY : 0)),
      effort: EFFORT,
      smartSubsample: isNormal || isColour,
    })
    .toBuffer()
  texture.setImage(new Uint8Array(webp)).setMimeType('image/webp').setURI('')
}

/**
 * Encodes every texture anew as WebP, one after the other: several encoders at once exhaust a server, and only
 * what was encoded here is ever served. Pictures that cannot be decoded go; their names are returned.
 */
export const encodeTextures = async (
  document: Document,
  options: TextureOptions,
  lays: ReadonlyMap<Texture, TextureLay> = new Map(),
): Promise<string[]> => {
  const unreadable: string[] = []
  for (const texture of document.getRoot().listTextures()) {
    try {
      await encode(texture, options, lays.get(texture))
    } catch {
      unreadable.push(texture.getName() || texture.getURI() || '?')
      texture.dispose()
    }
  }
  if (document.getRoot().listTextures().length > 0) document.createExtension(EXTTextureWebP).setRequired(true)
  return unreadable
}
