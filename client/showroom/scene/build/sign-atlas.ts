import { BufferAttribute, BufferGeometry, CanvasTexture, SRGBColorSpace, type Texture } from 'three'
import type { Sign } from './hall-signs.ts'

const WIDTH_PX = 2048
/** Every browser's graphics card takes a picture of this size. */
const MOST_HEIGHT_PX = 4096
const GAP_PX = 8
const WHITE = '#ffffff'

const FONTS = {
  name: '600 {px}px "Noto Serif Display Variable", "Noto Serif Display", Georgia, serif',
  plain: '600 {px}px "Noto Sans Variable", "Noto Sans", sans-serif',
} as const

const fontOf = (font: keyof typeof FONTS, px: number): string => FONTS[font].replace('{px}', String(px))

interface Cell {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** All signs of a hall as one picture, and two geometries with its parts on them. */
export interface SignAtlas {
  readonly boards: BufferGeometry
  /** Letters without a board, to be multiplied with what is behind: their white leaves it as it is. */
  readonly lettering: BufferGeometry
  /** Waits until the letters of these signs are there, then paints them. Null where the browser has no canvas. */
  paint(anisotropy: number): Promise<Texture | null>
}

export function buildSignAtlas(signs: readonly Sign[]): SignAtlas {
  const { cells, heightPx } = pack(signs)
  return {
    boards: signGeometry(
      signs.filter(({ ground }) => ground !== null),
      cells,
      heightPx,
    ),
    lettering: signGeometry(
      signs.filter(({ ground }) => ground === null),
      cells,
      heightPx,
    ),
    async paint(anisotropy) {
      await loadFonts(signs)
      return paintSigns(signs, cells, heightPx, anisotropy)
    },
  }
}

/** Lays the signs out in rows, tallest first; all shrink alike until they fit. */
function pack(signs: readonly Sign[]): { cells: Map<Sign, Cell>; heightPx: number } {
  const tallestFirst = signs
    .filter((sign) => sign.faces.length > 0)
    .toSorted((a, b) => sizeOf(b, 1).height - sizeOf(a, 1).height)
  for (let scale = 1; ; scale *= 0.85) {
    const cells = new Map<Sign, Cell>()
    let x = 0
    let y = 0
    let rowHeight = 0
    for (const sign of tallestFirst) {
      const { width, height } = sizeOf(sign, scale)
      if (x > 0 && x + width > WIDTH_PX) {
        y += rowHeight + GAP_PX
        x = 0
        rowHeight = 0
      }
      cells.set(sign, { x, y, width, height })
      x += width + GAP_PX
      rowHeight = Math.max(rowHeight, height)
    }
    if (y + rowHeight <= MOST_HEIGHT_PX) return { cells, heightPx: Math.max(4, y + rowHeight) }
  }
}

function sizeOf(sign: Sign, scale: number): { width: number; height: number } {
  const widest = Math.max(...sign.faces.map(({ widthM }) => widthM))
  const tallest = Math.max(...sign.faces.map(({ heightM }) => heightM))
  return {
    width: Math.min(WIDTH_PX, Math.round(widest * sign.pixelsPerM * scale)),
    height: Math.round(tallest * sign.pixelsPerM * scale),
  }
}

/** The fonts are the page's own, split by script: only those of the letters in use are fetched. */
async function loadFonts(signs: readonly Sign[]): Promise<void> {
  const lettersOf = (font: keyof typeof FONTS) =>
    [...new Set(signs.flatMap(({ texts }) => texts.filter((t) => t.font === font).flatMap((t) => [...t.text])))].join('') // prettier-ignore
  try {
    await Promise.all(
      (['name', 'plain'] as const).map((font) => document.fonts.load(fontOf(font, 48), lettersOf(font))),
    )
  } catch {
    // The fallback letters serve as well.
  }
}

function paintSigns(
  signs: readonly Sign[],
  cells: ReadonlyMap<Sign, Cell>,
  heightPx: number,
  anisotropy: number,
): Texture | null {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH_PX
  canvas.height = heightPx
  const context = canvas.getContext('2d')
  if (!context) return null
  // What a sign takes from beyond its edge, far away and aslant, is white as well.
  context.fillStyle = WHITE
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.textBaseline = 'middle'
  for (const sign of signs) {
    const cell = cells.get(sign)
    if (!cell) continue
    context.fillStyle = sign.ground ?? WHITE
    context.fillRect(cell.x, cell.y, cell.width, cell.height)
    for (const { text, font, color, size, x, y, align, most } of sign.texts) {
      context.font = fontOf(font, Math.round(size * cell.height))
      context.fillStyle = color
      context.textAlign = align
      context.fillText(text, cell.x + x * cell.width, cell.y + y * cell.height, most * cell.width)
    }
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = anisotropy
  return texture
}

/** A quad a face, its picture's own part of the atlas on it. */
function signGeometry(
  signs: readonly Sign[],
  cells: ReadonlyMap<Sign, Cell>,
  heightPx: number,
): BufferGeometry {
  const positions: number[] = []
  const normals: number[] = []
  const uv: number[] = []
  const indices: number[] = []
  for (const sign of signs) {
    const cell = cells.get(sign)
    if (!cell) continue
    const [u0, u1] = [cell.x / WIDTH_PX, (cell.x + cell.width) / WIDTH_PX]
    const [v0, v1] = [1 - (cell.y + cell.height) / heightPx, 1 - cell.y / heightPx]
    for (const { xM, yM, zM, turnDeg, widthM, heightM } of sign.faces) {
      const angle = (turnDeg * Math.PI) / 180
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      const start = positions.length / 3
      for (const [along, up, u, v] of [[-1, -1, u0, v0], [1, -1, u1, v0], [1, 1, u1, v1], [-1, 1, u0, v1]] as const) {
        positions.push(xM + (along * cos * widthM) / 2, yM + (up * heightM) / 2, zM + (along * sin * widthM) / 2)
        normals.push(-sin, 0, cos)
        uv.push(u, v)
      } // prettier-ignore
      indices.push(start, start + 1, start + 2, start, start + 2, start + 3)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uv), 2))
  geometry.setIndex(indices)
  return geometry
}
