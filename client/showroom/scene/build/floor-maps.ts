import { CanvasTexture, RepeatWrapping, SRGBColorSpace, type Texture } from 'three'
import { FURNITURE } from '#shared/geometry/furniture.ts'
import { standToHall, standWalls } from '#shared/geometry/stand-plan.ts'
import type { HallView } from '../../state/showroom-types.ts'
import { FOOTPRINT_SHADOW } from './furniture-solids.ts'

const LARGEST_PIXELS = 2048

function canvasOf(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  return context ? { canvas, context } : null
}

/**
 * The soft shadows that walls and furniture leave on the floor, seen from above: white where light reaches freely.
 * Painted once, so that every tier has contact shadows and none pays for them.
 */
export function paintFloorShade(view: HallView, pixelsPerM = 24): Texture | null {
  const { hall } = view
  const scale = Math.min(pixelsPerM, LARGEST_PIXELS / Math.max(hall.widthM, hall.depthM))
  const made = canvasOf(Math.ceil(hall.widthM * scale), Math.ceil(hall.depthM * scale))
  if (!made) return null
  const { canvas, context } = made
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)

  // A canvas shadow is a blur that every browser has: the shape itself is drawn outside of the picture.
  const away = canvas.width * 4
  function shade(
    xM: number,
    zM: number,
    widthM: number,
    depthM: number,
    turnDeg: number,
    strength: number,
    spreadM: number,
  ) {
    if (!context) return
    context.save()
    context.shadowColor = `rgba(30, 26, 22, ${strength})`
    context.shadowBlur = spreadM * scale * 2
    context.shadowOffsetX = away
    context.translate((xM + hall.widthM / 2) * scale - away, (zM + hall.depthM / 2) * scale)
    context.rotate((turnDeg * Math.PI) / 180)
    context.fillStyle = '#000'
    context.fillRect((-widthM / 2) * scale, (-depthM / 2) * scale, widthM * scale, depthM * scale)
    context.restore()
  }

  for (const stand of view.stands) {
    for (const wall of standWalls(stand.place)) {
      const length = Math.hypot(wall.bx - wall.ax, wall.bz - wall.az)
      const turnDeg = (Math.atan2(wall.bz - wall.az, wall.bx - wall.ax) * 180) / Math.PI
      const x = (wall.ax + wall.bx) / 2
      const z = (wall.az + wall.bz) / 2
      shade(x, z, length, 0.3, turnDeg, 0.26, 0.7)
      shade(x, z, length, 0.06, turnDeg, 0.5, 0.1)
    }
    for (const slot of stand.layout.slots) {
      const size = FURNITURE[slot.kind]
      const point = standToHall(stand.place, slot.xM, slot.zM)
      const turn = slot.turnDeg + stand.place.headingDeg
      const { strength, spreadM } = FOOTPRINT_SHADOW[slot.kind]
      shade(point.xM, point.zM, size.widthM, size.depthM, turn, strength, spreadM)
    }
  }
  for (const side of [-1, 1]) {
    shade(side * (hall.widthM / 2), 0, 0.4, hall.depthM, 0, 0.5, 1)
    shade(0, side * (hall.depthM / 2), hall.widthM, 0.4, 0, 0.5, 1)
  }
  const texture = new CanvasTexture(canvas)
  // Texture coordinates of the floor run like the plan: from the far left corner.
  texture.flipY = false
  texture.channel = 1
  return texture
}

/** A tile of 0.5 m of short-pile carpet: neutral, its colour comes from the floor's vertices. */
export function paintCarpet(anisotropy: number, seed = 7): Texture | null {
  const made = canvasOf(256, 256)
  if (!made) return null
  const { canvas, context } = made
  const image = context.createImageData(256, 256)
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  for (let at = 0; at < image.data.length; at += 4) {
    const grey = 232 + (random() + random() - 1) * 34
    image.data[at] = grey
    image.data[at + 1] = grey
    image.data[at + 2] = grey
    image.data[at + 3] = 255
  }
  context.putImageData(image, 0, 0)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.anisotropy = anisotropy
  return texture
}
