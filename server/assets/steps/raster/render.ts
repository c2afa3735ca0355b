import { encodeSrgb } from '#shared/textile/colour.ts'
import type { Camera } from './camera.ts'
import { type Projection, project } from './project.ts'
import type { RenderScene } from './scene.ts'
import { createShader, type Lighting, type Shader } from './shade.ts'

export type RenderOptions = {
  width: number
  height: number
  /** Samples a side of each pixel. */
  samples: number
  camera: Camera
  lighting: Lighting
  /** Linear light behind the model, at a pixel. */
  background: (x: number, y: number, out: Float32Array) => void
}

/** RGB in display values (sRGB bytes), and how much of each pixel the model covers (0..255). */
export type Rendering = { width: number; height: number; rgb: Uint8Array; mask: Uint8Array }

// Rows that are drawn at a time: bounds the memory of the sample buffers.
const BAND_ROWS = 128

/** Keeps mid tones as they are and bends highlights softly to white, so that colours stay true. */
const toDisplay = (linear: number): number => {
  const bent = linear <= 0.7 ? linear : 0.7 + 0.3 * (1 - Math.exp((0.7 - linear) / 0.3))
  return Math.round(255 * encodeSrgb(bent))
}

const DISPLAY = Uint8Array.from({ length: 4096 }, (_, i) => toDisplay(i / 1024))

const display = (linear: number): number =>
  DISPLAY[Math.min(4095, Math.max(0, Math.round(linear * 1024)))] ?? 255

type Band = {
  top: number
  rows: number
  width: number
  depth: Float32Array
  triangle: Int32Array
  /** The first two barycentric weights of each sample. */
  weights: Float32Array
  colour: Float32Array
}

type OnSample = (
  t: number,
  at: number,
  b0: number,
  b1: number,
  b2: number,
  inverse: number,
  x: number,
  y: number,
) => void

/** Calls back for every sample of the band that the triangle covers, with perspective-correct weights. */
const scan = (scene: RenderScene, p: Projection, t: number, band: Band, onSample: OnSample): void => {
  const area = p.area[t] ?? 0
  const a = scene.indices[t * 3] ?? 0
  const b = scene.indices[t * 3 + 1] ?? 0
  const c = scene.indices[t * 3 + 2] ?? 0
  const [ax, ay, bx, by, cx, cy] = [
    p.x[a] ?? 0,
    p.y[a] ?? 0,
    p.x[b] ?? 0,
    p.y[b] ?? 0,
    p.x[c] ?? 0,
    p.y[c] ?? 0,
  ]
  const y0 = Math.max(band.top, Math.ceil(Math.min(ay, by, cy) - 0.5))
  const y1 = Math.min(band.top + band.rows - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
  if (y0 > y1) return
  const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5))
  const x1 = Math.min(band.width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
  const ia = p.inverse[a] ?? 0
  const ib = p.inverse[b] ?? 0
  const ic = p.inverse[c] ?? 0
  for (let y = y0; y <= y1; y++) {
    const sy = y + 0.5
    for (let x = x0; x <= x1; x++) {
      const sx = x + 0.5
      const wa = ((bx - sx) * (cy - sy) - (by - sy) * (cx - sx)) / area
      const wb = ((cx - sx) * (ay - sy) - (cy - sy) * (ax - sx)) / area
      const wc = 1 - wa - wb
      if (wa < 0 || wb < 0 || wc < 0) continue
      const inverse = wa * ia + wb * ib + wc * ic
      const at = (y - band.top) * band.width + x
      if (inverse <= (band.depth[at] ?? 0)) continue
      onSample(t, at, (wa * ia) / inverse, (wb * ib) / inverse, (wc * ic) / inverse, inverse, x, y)
    }
  }
}

/** The bit of the group of lights that a sample takes. */
const groupOf = (x: number, y: number, groups: number): number => 1 << (((x & 1) + (y & 1) * 2) % groups)

const nearness = (scene: RenderScene, p: Projection, t: number): number =>
  (p.inverse[scene.indices[t * 3] ?? 0] ?? 0) +
  (p.inverse[scene.indices[t * 3 + 1] ?? 0] ?? 0) +
  (p.inverse[scene.indices[t * 3 + 2] ?? 0] ?? 0)

type Drawing = { solid: number[]; sheer: number[] }

const sortTriangles = (scene: RenderScene, p: Projection): Drawing => {
  const drawing: Drawing = { solid: [], sheer: [] }
  for (let t = 0; t < p.area.length; t++) {
    if (p.area[t] === 0) continue
    const isSheer = scene.surfaces[scene.surfaceOf[t] ?? 0]?.alpha === 'BLEND'
    ;(isSheer ? drawing.sheer : drawing.solid).push(t)
  }
  drawing.sheer.sort((s, t) => nearness(scene, p, s) - nearness(scene, p, t))
  return drawing
}

/** Where the samples of a pixel lie in a band of this width, counted from its first one. */
const cellOffsets = (samples: number, width: number): number[] =>
  Array.from(
    { length: samples * samples },
    (_, cell) => Math.floor(cell / samples) * width + (cell % samples),
  )

const drawBand = (
  scene: RenderScene,
  p: Projection,
  drawing: Drawing,
  band: Band,
  shade: Shader,
  { groups, samples }: { groups: number; samples: number },
): void => {
  const out = new Float32Array(4)
  const hasCutouts = scene.surfaces.map(({ alpha, colourMap }) => alpha === 'MASK' && colourMap !== undefined)
  const { weights } = band
  for (const t of drawing.solid) {
    const isCutout = hasCutouts[scene.surfaceOf[t] ?? 0] === true
    scan(scene, p, t, band, (_, at, b0, b1, b2, inverse, x, y) => {
      if (isCutout) {
        shade(t, b0, b1, b2, groupOf(x, y, groups), out)
        if (out[3] === 0) return
      }
      band.depth[at] = inverse
      band.triangle[at] = t
      weights[at * 2] = b0
      weights[at * 2 + 1] = b1
    })
  }
  const put = (at: number): void => {
    for (let k = 0; k < 3; k++) band.colour[at * 4 + k] = out[k] ?? 0
    band.colour[at * 4 + 3] = 1
  }
  const cells = Int32Array.from(cellOffsets(samples, band.width))
  const lit = cells.map((_, index) => groupOf(index % samples, Math.floor(index / samples), groups))
  const isShaded = new Uint8Array(cells.length)
  const oneForAll = drawing.sheer.length === 0
  /** Shades all samples of a pixel that show `t` at once, by their middle and by the lights of all of them. */
  const shadeWithin = (first: number, t: number): void => {
    let [count, mask, b0, b1] = [0, 0, 0, 0]
    for (let index = 0; index < cells.length; index++) {
      const at = first + (cells[index] ?? 0)
      if (band.triangle[at] !== t) continue
      isShaded[index] = 1
      count += 1
      mask |= lit[index] ?? 0
      b0 += weights[at * 2] ?? 0
      b1 += weights[at * 2 + 1] ?? 0
    }
    shade(t, b0 / count, b1 / count, 1 - (b0 + b1) / count, mask, out)
    if (count === cells.length && oneForAll) {
      // Sheer parts blend with each sample; without them one stands for all.
      put(first)
      band.colour[first * 4 + 3] = count
      return
    }
    for (let index = 0; index < cells.length; index++) {
      const at = first + (cells[index] ?? 0)
      if (band.triangle[at] === t) put(at)
    }
  }
  for (let top = 0; top < band.rows; top += samples) {
    for (let left = 0; left < band.width; left += samples) {
      const first = top * band.width + left
      isShaded.fill(0)
      for (let index = 0; index < cells.length; index++) {
        const t = band.triangle[first + (cells[index] ?? 0)] ?? -1
        if (t >= 0 && isShaded[index] === 0) shadeWithin(first, t)
      }
    }
  }
  for (const t of drawing.sheer) {
    scan(scene, p, t, band, (_, at, b0, b1, b2, _inverse, x, y) => {
      shade(t, b0, b1, b2, groupOf(x, y, groups), out)
      const alpha = Math.min(1, Math.max(0, out[3] ?? 0))
      // Premultiplied, over what is there.
      for (let k = 0; k < 3; k++) {
        band.colour[at * 4 + k] = (out[k] ?? 0) * alpha + (band.colour[at * 4 + k] ?? 0) * (1 - alpha)
      }
      band.colour[at * 4 + 3] = alpha + (band.colour[at * 4 + 3] ?? 0) * (1 - alpha)
    })
  }
}

const resolve = (band: Band, options: RenderOptions, picture: Rendering): void => {
  const { samples, width, background } = options
  const cells = cellOffsets(samples, band.width)
  const share = 1 / cells.length
  const back = new Float32Array(3)
  const sum = new Float64Array(3)
  for (let row = 0; row < band.rows / samples; row++) {
    const y = band.top / samples + row
    for (let x = 0; x < width; x++) {
      const first = row * samples * band.width + x * samples
      const pixel = y * width + x
      if (band.colour[first * 4 + 3] === cells.length) {
        for (let k = 0; k < 3; k++) picture.rgb[pixel * 3 + k] = display(band.colour[first * 4 + k] ?? 0)
        picture.mask[pixel] = 255
        continue
      }
      let covered = 0
      for (const cell of cells) covered += band.colour[(first + cell) * 4 + 3] ?? 0
      if (covered < cells.length) background(x, y, back)
      if (covered === 0) {
        for (let k = 0; k < 3; k++) picture.rgb[pixel * 3 + k] = display(back[k] ?? 0)
        continue
      }
      sum.fill(0)
      for (const cell of cells) {
        const at = (first + cell) * 4
        const cover = band.colour[at + 3] ?? 0
        for (let k = 0; k < 3; k++) {
          // Highlights are capped before averaging, so that edges stay smooth.
          const value = Math.min(2, (band.colour[at + k] ?? 0) + (back[k] ?? 0) * (1 - cover))
          sum[k] = (sum[k] ?? 0) + value
        }
      }
      for (let k = 0; k < 3; k++) picture.rgb[pixel * 3 + k] = display((sum[k] ?? 0) * share)
      picture.mask[pixel] = Math.round(covered * share * 255)
    }
  }
}

/** Draws the scene on the CPU: depth-buffered, supersampled, in bands to bound memory. */
export const render = (scene: RenderScene, options: RenderOptions): Rendering => {
  const { width, height, samples, camera, lighting } = options
  const [fullWidth, fullHeight] = [width * samples, height * samples]
  const p = project(scene, camera, fullWidth, fullHeight)
  const shade = createShader(
    scene,
    camera,
    lighting,
    (t) => 0.5 * Math.log2(Math.max(1e-6, Math.abs(p.area[t] ?? 0))),
  )
  const drawing = sortTriangles(scene, p)
  const picture: Rendering = {
    width,
    height,
    rgb: new Uint8Array(width * height * 3),
    mask: new Uint8Array(width * height),
  }
  // One set of buffers serves every band: they are too large to be collected for each.
  const count = Math.min(BAND_ROWS * samples, fullHeight) * fullWidth
  const band: Band = {
    top: 0,
    rows: 0,
    width: fullWidth,
    depth: new Float32Array(count),
    triangle: new Int32Array(count),
    weights: new Float32Array(count * 2),
    colour: new Float32Array(count * 4),
  }
  for (let top = 0; top < fullHeight; top += BAND_ROWS * samples) {
    band.top = top
    band.rows = Math.min(BAND_ROWS * samples, fullHeight - top)
    band.depth.fill(0)
    band.triangle.fill(-1)
    band.colour.fill(0)
    drawBand(scene, p, drawing, band, shade, { groups: lighting.groups, samples })
    resolve(band, options, picture)
  }
  return picture
}
