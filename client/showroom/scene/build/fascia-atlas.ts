import { BufferAttribute, BufferGeometry, CanvasTexture, SRGBColorSpace, type Texture } from 'three'
import { openSides, PARTITION_HEIGHT_M, standSide } from '#shared/geometry/stand-plan.ts'
import type { HallView } from '../../state/showroom-types.ts'
import { PALETTE } from './palette.ts'
import { FASCIA_DEPTH_M, FASCIA_HEIGHT_M } from './stand-solids.ts'

const CELL_WIDTH = 1024
const CELL_HEIGHT = 112
const COLUMNS = 2
/** Longest lettering in metres; the rest of a long fascia stays plain. */
const LETTERING_M = 3
const MARGIN_M = 0.08

const NAME_FONT = '600 62px "Noto Serif Display Variable", "Noto Serif Display", Georgia, serif'
const NUMBER_FONT = '600 44px "Noto Sans Variable", "Noto Sans", sans-serif'

/** Waits until the letters of these names are there; the fonts are the page's own, split by script. */
export async function loadFasciaFonts(view: HallView): Promise<void> {
  const letters = [...new Set(view.stands.flatMap((stand) => [...stand.companyName, ...stand.number]))].join(
    '',
  )
  try {
    await Promise.all([document.fonts.load(NAME_FONT, letters), document.fonts.load(NUMBER_FONT, letters)])
  } catch {
    // The fallback letters serve as well.
  }
}

/** All signs of a hall on one picture. */
export function paintFasciaAtlas(view: HallView, anisotropy: number): Texture | null {
  const rows = Math.max(1, Math.ceil(view.stands.length / COLUMNS))
  const canvas = document.createElement('canvas')
  canvas.width = CELL_WIDTH * COLUMNS
  canvas.height = rows * CELL_HEIGHT
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillStyle = PALETTE.fascia
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.textBaseline = 'middle'
  view.stands.forEach((stand, index) => {
    const left = (index % COLUMNS) * CELL_WIDTH
    const middle = (Math.floor(index / COLUMNS) + 0.5) * CELL_HEIGHT + 3
    context.font = NUMBER_FONT
    context.textAlign = 'right'
    context.fillStyle = PALETTE.quietInk
    const numberWidth = context.measureText(stand.number).width
    context.fillText(stand.number, left + CELL_WIDTH - 16, middle)
    context.font = NAME_FONT
    context.textAlign = 'left'
    context.fillStyle = PALETTE.ink
    context.fillText(stand.companyName, left + 16, middle, CELL_WIDTH - numberWidth - 80)
  })
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = anisotropy
  return texture
}

/** The lettering of all signs as one geometry, a centimetre in front of their boards. */
export function buildFasciaSigns(view: HallView): BufferGeometry {
  const rows = Math.max(1, Math.ceil(view.stands.length / COLUMNS))
  const positions: number[] = []
  const normals: number[] = []
  const uv: number[] = []
  const indices: number[] = []
  view.stands.forEach((stand, index) => {
    const u0 = (index % COLUMNS) / COLUMNS
    const v1 = 1 - Math.floor(index / COLUMNS) / rows
    const v0 = v1 - 1 / rows
    for (const side of openSides(stand.place)) {
      const edge = standSide(stand.place, side)
      const length = Math.hypot(edge.bx - edge.ax, edge.bz - edge.az)
      const dx = (edge.bx - edge.ax) / length
      const dz = (edge.bz - edge.az) / length
      // Outwards is to the right of the way along the side.
      const nx = -dz
      const nz = dx
      const width = Math.min(LETTERING_M, length - 0.2)
      const height = Math.min(FASCIA_HEIGHT_M - MARGIN_M / 2, (width * CELL_HEIGHT) / CELL_WIDTH)
      const out = FASCIA_DEPTH_M / 2 + 0.004
      const cx = (edge.ax + edge.bx) / 2 + nx * out
      const cz = (edge.az + edge.bz) / 2 + nz * out
      const cy = PARTITION_HEIGHT_M - FASCIA_HEIGHT_M / 2
      const start = positions.length / 3
      for (const [along, up, u, v] of [
        [-1, -1, u0, v0],
        [1, -1, u0 + 1 / COLUMNS, v0],
        [1, 1, u0 + 1 / COLUMNS, v1],
        [-1, 1, u0, v1],
      ] as const) {
        positions.push(cx + (dx * along * width) / 2, cy + (up * height) / 2, cz + (dz * along * width) / 2)
        normals.push(nx, 0, nz)
        uv.push(u, v)
      }
      indices.push(start, start + 1, start + 2, start, start + 2, start + 3)
    }
  })
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uv), 2))
  geometry.setIndex(indices)
  return geometry
}
