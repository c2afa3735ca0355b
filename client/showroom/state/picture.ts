import type { ViewFrame } from '#shared/geometry/stand-view.ts'

const FOV_DEG = 58
/** Upright screens see too little to the sides with the same height of view. */
const UPRIGHT_FOV_DEG = 72
/** Tools above and buttons below take this much of the picture's height. */
const EDGE_PX = 64

/** What panels cover of the picture, from its right edge and from below. */
export interface PictureCover {
  readonly rightPx: number
  readonly bottomPx: number
}

/** The picture of the hall and what is over it. Mutable: scene and page write it, nobody renders for it. */
export interface Picture {
  widthPx: number
  heightPx: number
  cover: PictureCover
  /** What will cover it as soon as one is at a stand: one arrives so that the stand is beside that. */
  standCover: PictureCover
}

export const NO_COVER: PictureCover = { rightPx: 0, bottomPx: 0 }

export function createPicture(): Picture {
  return { widthPx: 1440, heightPx: 900, cover: NO_COVER, standCover: NO_COVER }
}

/** Height of view in degrees while walking. */
export function walkingFovDeg({ widthPx, heightPx }: Pick<Picture, 'widthPx' | 'heightPx'>): number {
  return widthPx < heightPx ? UPRIGHT_FOV_DEG : FOV_DEG
}

/** The part of the picture that stays free at a stand. */
export function standFrame(picture: Picture): ViewFrame {
  const { widthPx, heightPx, standCover } = picture
  const tangentPerPx = (2 * Math.tan((walkingFovDeg(picture) * Math.PI) / 360)) / heightPx
  return {
    halfWidth: ((widthPx - standCover.rightPx) / 2) * tangentPerPx,
    halfHeight: ((heightPx - standCover.bottomPx) / 2 - EDGE_PX) * tangentPerPx,
  }
}
