import { Document } from '@gltf-transform/core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readImageHeader } from '#server/assets/formats/image-header.ts'
import { encodeTextures } from '#server/assets/steps/textures.ts'
import { textureLays } from '#server/assets/steps/texture-lay.ts'
import type { Part } from '#server/assets/steps/solid.ts'
import { randomStream } from '#shared/textile/noise.ts'

const PIXELS = 256

/** Noise, or the same noise begun half a picture further on. */
const noise = async (rolled: boolean): Promise<Uint8Array> => {
  const random = randomStream(7)
  const pixels = Buffer.from(Array.from({ length: PIXELS * PIXELS * 3 }, () => Math.floor(random() * 256)))
  const half = PIXELS / 2
  const shift = rolled ? half : 0
  const turned = Buffer.alloc(pixels.length)
  for (let y = 0; y < PIXELS; y++)
    for (let x = 0; x < PIXELS; x++) {
      const from = (((y + shift) % PIXELS) * PIXELS + ((x + shift) % PIXELS)) * 3
      turned.set(pixels.subarray(from, from + 3), (y * PIXELS + x) * 3)
    }
  const raw = { width: PIXELS, height: PIXELS, channels: 3 } as const
  return new Uint8Array(await sharp(turned, { raw }).png().toBuffer())
}

/** A square of cloth of `sizeM` with the picture over all of it. */
const cloth = async (sizeM: number, rolled = false) => {
  const document = new Document()
  const texture = document
    .createTexture('weave')
    .setImage(await noise(rolled))
    .setMimeType('image/png')
  const material = document.createMaterial().setBaseColorTexture(texture)
  const part: Part = {
    material,
    positions: new Float32Array([0, 0, 0, sizeM, 0, 0, sizeM, sizeM, 0, 0, sizeM, 0]),
    normals: new Float32Array([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]),
    texCoords: [new Float32Array([0, 0, 1, 0, 1, 1, 0, 1])],
    colours: undefined,
    indices: new Uint32Array([0, 1, 2, 0, 2, 3]),
  }
  return { document, texture, part }
}

const laid = { texelsPerM: 16_000, repeats: true }

const encoded = async (rolled: boolean): Promise<Buffer> => {
  const { document, texture } = await cloth(1, rolled)
  const options = { maxPixels: 1024, texelsPerMm: 4, quality: 100 }
  await encodeTextures(document, options, new Map([[texture, laid]]))
  return sharp(texture.getImage()!).raw().toBuffer()
}

describe('the lay of textures', () => {
  it('is texels per metre of surface', async () => {
    const { document, texture, part } = await cloth(0.5)
    expect(textureLays(document, [part]).get(texture)).toEqual({
      texelsPerM: expect.closeTo(512, 3),
      repeats: false,
    })
  })

  it('is that of the part where the picture is stretched most', async () => {
    const { document, texture, part } = await cloth(0.5)
    const large = { ...part, positions: part.positions.map((value) => value * 4) }
    expect(textureLays(document, [part, large]).get(texture)?.texelsPerM).toBeCloseTo(128, 3)
  })
})

describe('textures of a level', () => {
  it('hold no more texels a millimetre than the level shows', async () => {
    const { document, texture } = await cloth(1)
    const options = { maxPixels: 1024, texelsPerMm: 8, quality: 80 }
    await encodeTextures(document, options, new Map([[texture, laid]]))
    expect(readImageHeader(texture.getImage()!)).toMatchObject({ width: 128, height: 128 })
  })

  it('stay as they are where their size on the model is not known', async () => {
    const { document, texture } = await cloth(1)
    await encodeTextures(document, { maxPixels: 1024, texelsPerMm: 8, quality: 80 })
    expect(readImageHeader(texture.getImage()!)).toMatchObject({ width: PIXELS, height: PIXELS })
  })

  it('repeat without a seam: wherever the tile is cut, the same picture comes out', async () => {
    const plain = await encoded(false)
    const rolled = await encoded(true)
    const side = 64
    let worst = 0
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const there = (((y + side / 2) % side) * side + ((x + side / 2) % side)) * 3
        worst = Math.max(worst, Math.abs(plain[there]! - rolled[(y * side + x) * 3]!))
      }
    // What WebP itself changes; a clamped edge differs by more than 60.
    expect(worst).toBeLessThan(24)
  })
})
