/* Makes the harness' goods: simple cloths in ten colourways with the variants that the pipeline makes. */
import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Document, NodeIO, type Texture } from '@gltf-transform/core'
import { ALL_EXTENSIONS, KHRMaterialsSheen } from '@gltf-transform/extensions'
import { meshopt } from '@gltf-transform/functions'
import { MeshoptEncoder } from 'meshoptimizer'
import sharp from 'sharp'
import type { AssetVariant, VariantName } from '#shared/model/asset.ts'

type Point = readonly [number, number, number]
/** A sheet over 0..1 x 0..1, and how many of its cells go along u and v at full detail. */
interface Sheet {
  readonly at: (u: number, v: number) => Point
  readonly uvM: readonly [number, number]
  readonly cells: readonly [number, number]
  readonly closed?: boolean
}

const TAU = Math.PI * 2
const folds = (u: number, v: number, depth: number) =>
  (Math.sin(u * 23) * 0.5 + Math.sin(u * 41 + 2) * 0.25) * depth * v

const SHAPES: Readonly<Record<string, readonly Sheet[]>> = {
  header: [
    {
      at: (u, v) => [(u - 0.5) * 0.3, 0.45 - v * 0.45, Math.sin(u * 5 + v) * 0.012 * v],
      uvM: [0.3, 0.45],
      cells: [90, 120],
    },
    { at: (u, v) => [(u - 0.5) * 0.31, 0.455 - v * 0.05, 0.012], uvM: [0.02, 0.004], cells: [4, 2] },
  ],
  hung: [
    {
      at: (u, v) => [(u - 0.5) * (0.72 + 0.02 * v), 1.65 - v * 1.65, folds(u, 0.15 + v, 0.07)],
      uvM: [1.0, 1.65],
      cells: [150, 120],
    },
  ],
  bolt: [
    {
      at: (u, v) => [(v - 0.5) * 0.46, 0.075 + Math.sin(u * TAU) * 0.07, Math.cos(u * TAU) * 0.085],
      uvM: [0.5, 0.46],
      cells: [90, 60],
      closed: true,
    },
    {
      at: (u, v) => [-0.23, 0.075 + Math.sin(u * TAU) * 0.07 * v, -Math.cos(u * TAU) * 0.085 * v],
      uvM: [0.1, 0.05],
      cells: [48, 8],
    },
    {
      at: (u, v) => [0.23, 0.075 + Math.sin(u * TAU) * 0.07 * v, Math.cos(u * TAU) * 0.085 * v],
      uvM: [0.1, 0.05],
      cells: [48, 8],
    },
  ],
  stack: Array.from({ length: 5 }, (_, layer): Sheet => ({
    at: (u, v) => {
      const c = Math.cos(u * TAU)
      const s = Math.sin(u * TAU)
      const round = (x: number) => Math.sign(x) * Math.abs(x) ** 0.35
      return [
        (v - 0.5) * 0.34,
        0.026 + layer * 0.05 + round(s) * 0.024,
        round(c) * 0.14 + Math.sin(layer * 9) * 0.006,
      ]
    },
    uvM: [0.7, 0.34],
    cells: [48, 40],
    closed: true,
  })),
  cushion: [-1, 1].map((side): Sheet => ({
    at: (u, v) => {
      const x = u * 2 - 1
      const y = v * 2 - 1
      const puff = Math.max(0, (1 - x ** 4) * (1 - y ** 4)) ** 0.5
      return [
        x * 0.22 * -side * -1 * (side === 1 ? 1 : -1),
        0.22 + y * 0.22 * (1 - 0.06 * (1 - x * x)),
        side * puff * 0.085,
      ]
    },
    uvM: [0.45, 0.45],
    cells: [100, 100],
  })),
  tunic: [
    {
      at: (u, v) => {
        const y = 1.44 - v * 0.92
        const wide =
          0.15 +
          v * 0.1 +
          0.05 * Math.exp(-(((v - 0.12) / 0.1) ** 2)) -
          0.03 * Math.exp(-(((v - 0.38) / 0.12) ** 2))
        const wave = 1 + 0.07 * v * Math.sin(u * TAU * 7)
        return [-Math.cos(u * TAU) * wide * 1.12 * wave, y, Math.sin(u * TAU) * wide * 0.86 * wave]
      },
      uvM: [1.1, 0.95],
      cells: [160, 110],
      closed: true,
    },
  ],
}

const COLOURWAYS: readonly (readonly [warp: string, weft: string])[] = [
  ['#a3242e', '#7e1a25'], ['#2d3f73', '#455a94'], ['#d6c7a8', '#efe6d2'], ['#2f6b57', '#1f4d40'], ['#d58a2c', '#b86a1c'],
  ['#5a3a57', '#7c5176'], ['#e6e2da', '#3b3a38'], ['#8ca7b8', '#c9d6dc'], ['#7a4a2e', '#a9744f'], ['#c75a6b', '#f0c8c6'],
] // prettier-ignore

const LEVELS: readonly (readonly [VariantName, number, number])[] = [
  ['preview', 0.3, 256], ['web', 1, 1024], ['webLod1', 0.5, 1024], ['webLod2', 0.25, 512], ['webLod3', 0.11, 128],
] // prettier-ignore

/** A twill of 48 x 48 yarns over 4.8 cm, as bytes of RGB. */
function weave(warp: string, weft: string, at: number): Uint8Array {
  const pixels = 512
  const yarns = 48
  const data = new Uint8Array(pixels * pixels * 3)
  const rgb = (hex: string) => [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16))
  const a = rgb(warp)
  const b = rgb(weft)
  const shift = at % 3 === 0 ? 1 : at % 3 === 1 ? 2 : 0
  for (let y = 0; y < pixels; y++) {
    for (let x = 0; x < pixels; x++) {
      const end = Math.floor((x / pixels) * yarns)
      const pick = Math.floor((y / pixels) * yarns)
      const warpUp =
        shift === 0
          ? (end + pick) % 2 === 0
          : (end + pick * (Math.floor(end / 12) % 2 === 0 || shift === 1 ? 1 : -1) + 480) % 4 < 2
      const across = warpUp ? (x / pixels) * yarns - end : (y / pixels) * yarns - pick
      const light = 0.62 + 0.4 * Math.sin(across * Math.PI)
      const noise = 0.96 + 0.08 * (((x * 7919 + y * 104729 + at * 31) % 97) / 97)
      const color = warpUp ? a : b
      for (let channel = 0; channel < 3; channel++)
        data[(y * pixels + x) * 3 + channel] = Math.min(255, (color[channel] ?? 0) * light * noise)
    }
  }
  return data
}

function addSheet(
  document: Document,
  sheet: Sheet,
  share: number,
  addTo: ReturnType<Document['createMesh']>,
  material: ReturnType<Document['createMaterial']>,
): number {
  const columns = Math.max(3, Math.round(sheet.cells[0] * share))
  const rows = Math.max(2, Math.round(sheet.cells[1] * share))
  const positions: number[] = []
  const normals: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  const e = 0.004
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const u = column / columns
      const v = row / rows
      const p = sheet.at(u, v)
      const [a0, a1] = [sheet.at(Math.max(0, u - e), v), sheet.at(Math.min(1, u + e), v)]
      const [b0, b1] = [sheet.at(u, Math.max(0, v - e)), sheet.at(u, Math.min(1, v + e))]
      const du = [a1[0] - a0[0], a1[1] - a0[1], a1[2] - a0[2]] as const
      const dv = [b1[0] - b0[0], b1[1] - b0[1], b1[2] - b0[2]] as const
      const n = [
        dv[1] * du[2] - dv[2] * du[1],
        dv[2] * du[0] - dv[0] * du[2],
        dv[0] * du[1] - dv[1] * du[0],
      ] as const
      const length = Math.hypot(...n) || 1
      positions.push(...p)
      normals.push(n[0] / length, n[1] / length, n[2] / length)
      uvs.push((u * sheet.uvM[0]) / 0.048, (v * sheet.uvM[1]) / 0.048)
      if (row < rows && column < columns) {
        const at = row * (columns + 1) + column
        indices.push(at, at + columns + 1, at + 1, at + 1, at + columns + 1, at + columns + 2)
      }
    }
  }
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer()
  const accessor = (type: 'VEC3' | 'VEC2', data: number[]) =>
    document.createAccessor().setType(type).setArray(new Float32Array(data)).setBuffer(buffer)
  addTo.addPrimitive(
    document
      .createPrimitive()
      .setAttribute('POSITION', accessor('VEC3', positions))
      .setAttribute('NORMAL', accessor('VEC3', normals))
      .setAttribute('TEXCOORD_0', accessor('VEC2', uvs))
      .setIndices(
        document.createAccessor().setType('SCALAR').setArray(new Uint32Array(indices)).setBuffer(buffer),
      )
      .setMaterial(material),
  )
  return indices.length / 3
}

const folder = resolve(import.meta.dirname, '../../../.cache/showroom-harness/models')
await mkdir(folder, { recursive: true })
await MeshoptEncoder.ready
const io = new NodeIO()
  .registerExtensions(ALL_EXTENSIONS)
  .registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
const index: Record<string, AssetVariant[]> = {}
for (const [at, [warp, weft]] of COLOURWAYS.entries()) {
  const raw = sharp(weave(warp, weft, at), { raw: { width: 512, height: 512, channels: 3 } })
  const images = new Map<number, Uint8Array>()
  for (const pixels of [128, 256, 512, 1024])
    images.set(pixels, await raw.clone().resize(pixels).webp({ quality: 82 }).toBuffer())
  for (const [shape, sheets] of Object.entries(SHAPES)) {
    const variants: AssetVariant[] = []
    for (const [name, share, pixels] of LEVELS) {
      const document = new Document()
      document.createBuffer()
      const texture: Texture = document
        .createTexture('cloth')
        .setImage(images.get(pixels) ?? new Uint8Array())
        .setMimeType('image/webp')
      const sheen = document
        .createExtension(KHRMaterialsSheen)
        .createSheen()
        .setSheenRoughnessFactor(0.6)
        .setSheenColorFactor([0.12, 0.12, 0.12])
      const cloth = document
        .createMaterial('cloth')
        .setBaseColorTexture(texture)
        .setRoughnessFactor(0.86)
        .setMetallicFactor(0)
        .setDoubleSided(true)
      if (at % 2 === 0) cloth.setExtension('KHR_materials_sheen', sheen)
      const mesh = document.createMesh(shape)
      let triangles = 0
      const combined = sheets.length > 1 ? share * 0.8 : share
      for (const sheet of sheets) triangles += addSheet(document, sheet, combined, mesh, cloth)
      document.createScene().addChild(document.createNode(shape).setMesh(mesh))
      await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'medium' }))
      const glb = await io.writeBinary(document)
      const file = `${shape}-${at}-${name}.glb`
      await writeFile(resolve(folder, file), glb)
      variants.push({
        name,
        url: `/models/${file}`,
        mediaType: 'model/gltf-binary',
        bytes: glb.byteLength,
        triangles,
      })
    }
    index[`${shape}-${at}`] = variants
  }
}
await writeFile(resolve(folder, 'index.json'), JSON.stringify(index))
console.log(Object.keys(index).length, 'goods', index['hung-0'])
