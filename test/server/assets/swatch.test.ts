import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document } from '@gltf-transform/core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Part, Solid } from '#server/assets/steps/solid.ts'
import { makeSwatch } from '#server/assets/steps/swatch/swatch.ts'

const STRIPES = 16

/** Vertical stripes, black and white by turns, on a picture of `pixels` square. */
const striped = (pixels: number) => {
  const rgb = Buffer.alloc(pixels * pixels * 3)
  for (let i = 0; i < pixels * pixels; i++)
    rgb.fill(Math.floor(((i % pixels) / pixels) * STRIPES) % 2 === 0 ? 20 : 235, i * 3, i * 3 + 3)
  return sharp(rgb, { raw: { width: pixels, height: pixels, channels: 3 } })
    .png()
    .toBuffer()
}

type ClothOptions = {
  sizeM?: number
  tileMm: number
  pixels?: number
  /** Stretches texture coordinates more and more towards one side. */
  stretched?: boolean
  /** Part of the texture that the cloth uses, where it does not repeat. */
  uvTo?: number
}

/** A standing square of striped cloth whose texture covers `tileMm`. */
const cloth = async ({
  sizeM = 0.5,
  tileMm,
  pixels = 512,
  stretched,
  uvTo,
}: ClothOptions): Promise<Solid> => {
  const document = new Document()
  const image = new Uint8Array(await striped(pixels))
  const material = document
    .createMaterial('cloth')
    .setMetallicFactor(0)
    .setBaseColorTexture(document.createTexture().setImage(image).setMimeType('image/png'))
  const cells = 8
  const side = cells + 1
  const grid = Array.from(
    { length: side * side },
    (_, i) => [(i % side) / cells, Math.floor(i / side) / cells] as const,
  )
  const scale = uvTo ?? (sizeM * 1000) / tileMm
  const part: Part = {
    material,
    positions: Float32Array.from(grid.flatMap(([x, y]) => [x * sizeM, y * sizeM, 0])),
    normals: Float32Array.from(grid.flatMap(() => [0, 0, 1])),
    texCoords: [
      Float32Array.from(grid.flatMap(([x, y]) => [(stretched ? x ** 3 : x) * scale, (1 - y) * scale])),
    ],
    colours: undefined,
    indices: Uint32Array.from(
      Array.from({ length: cells * cells }, (_, i) => {
        const a = Math.floor(i / cells) * side + (i % cells)
        return [a, a + 1, a + side, a + 1, a + side + 1, a + side]
      }).flat(),
    ),
  }
  return { document, parts: [part], extras: {} }
}

/** Changes between dark and light along the middle row. */
const edgesIn = async (path: string) => {
  const { data, info } = await sharp(await readFile(path))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const row = Array.from(
    { length: info.width },
    (_, x) => data[(info.height / 2) * info.width * info.channels + x * info.channels]! > 128,
  )
  return row.filter((light, x) => x > 0 && light !== row[x - 1]).length
}

describe('swatch', () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fairloom-swatch-'))
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  it.each([
    [25, 512, 40],
    [100, 512, 100],
    [100, 2048, 40],
  ])('of a tile of %d mm on %d px shows %d mm, stripe by stripe', async (tileMm, pixels, sizeMm) => {
    const swatch = await makeSwatch(await cloth({ tileMm, pixels }), dir)
    expect(swatch?.sizeMm).toBe(sizeMm)
    const stripes = (sizeMm / tileMm) * STRIPES
    expect(Math.abs((await edgesIn(swatch!.file.path)) - stripes)).toBeLessThanOrEqual(1)
    expect(await sharp(await readFile(swatch!.file.path)).metadata()).toMatchObject({
      width: 800,
      height: 800,
      format: 'webp',
    })
  })
  it('is cut from the inside of a texture that does not repeat', async () => {
    const swatch = await makeSwatch(await cloth({ sizeM: 0.12, tileMm: 0, uvTo: 0.9, pixels: 1024 }), dir)
    expect(swatch?.sizeMm).toBe(100)
  })
  it('is not made where the scale differs from place to place', async () => {
    expect(await makeSwatch(await cloth({ tileMm: 100, stretched: true }), dir)).toBeUndefined()
  })
  it('is not made where the texture is too coarse to show cloth', async () => {
    expect(await makeSwatch(await cloth({ tileMm: 500, pixels: 128 }), dir)).toBeUndefined()
  })
  it('is not made of what has no picture', async () => {
    const solid = await cloth({ tileMm: 100 })
    solid.parts[0]!.material!.setBaseColorTexture(null)
    expect(await makeSwatch(solid, dir)).toBeUndefined()
  })
})
