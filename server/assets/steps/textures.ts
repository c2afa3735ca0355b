import type { Document, Texture } from '@gltf-transform/core'
import { EXTTextureWebP } from '@gltf-transform/extensions'
import { getTextureChannelMask, listTextureSlots } from '@gltf-transform/functions'
import sharp from 'sharp'

// One thread and no cache: the child's memory is bounded, and the machine also serves a fair.
sharp.concurrency(1)
sharp.cache(false)

export type TextureOptions = {
  maxPixels: number
  /** Also scales small textures down, as distance allows. */
  scale?: number
  /** WebP quality of colours; normals get more, since their errors show as facets. */
  quality: number
}

const ALPHA = 0x1000
const NORMAL_EXTRA_QUALITY = 6
const EFFORT = 5

const encode = async (texture: Texture, options: TextureOptions): Promise<void> => {
  const source = texture.getImage()
  if (source === null) return
  const slots = listTextureSlots(texture)
  const isNormal = slots.some((slot) => /normal/i.test(slot))
  const isColour = slots.some((slot) => /color|emissive|diffuse/i.test(slot))
  const picture = sharp(source, { limitInputPixels: 68_000_000, failOn: 'error' })
  const { width, height } = await picture.metadata()
  const scale = Math.min(options.scale ?? 1, options.maxPixels / Math.max(width, height))
  if (scale < 1) {
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
export const encodeTextures = async (document: Document, options: TextureOptions): Promise<string[]> => {
  const unreadable: string[] = []
  for (const texture of document.getRoot().listTextures()) {
    try {
      await encode(texture, options)
    } catch {
      unreadable.push(texture.getName() || texture.getURI() || '?')
      texture.dispose()
    }
  }
  if (document.getRoot().listTextures().length > 0) document.createExtension(EXTTextureWebP).setRequired(true)
  return unreadable
}
