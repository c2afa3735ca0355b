import type { StageLayout } from '#shared/model/live-session.ts'

export const STAGE_WIDTH = 1280
export const STAGE_HEIGHT = 720
/** The title above. */
export const TITLE_HEIGHT = 48
const GAP = 8
const TILE_WIDTH = 208
const TILE_HEIGHT = (TILE_WIDTH / 16) * 9

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Cuts a row out of a box into `count` boxes of the same width. */
export const splitBox = ({ x, y, width, height }: Box, count: number): Box[] => {
  const each = (width - GAP * (count - 1)) / count
  return Array.from({ length: count }, (_, at) => ({ x: x + at * (each + GAP), y, width: each, height }))
}

const gridIn = (area: Box, count: number): Box[] => {
  const columns = Math.ceil(Math.sqrt(count))
  const rows = Math.ceil(count / columns)
  const height = (area.height - GAP * (rows - 1)) / rows
  return Array.from({ length: rows }, (_, row) =>
    splitBox({ ...area, y: area.y + row * (height + GAP), height }, columns),
  )
    .flat()
    .slice(0, count)
}

/** Where things are in a recorded picture: what is large, and the people in a column beside it or as a grid. */
export const placeStage = (main: StageLayout, tiles: number): { large: Box; tiles: Box[] } => {
  const area: Box = {
    x: GAP,
    y: TITLE_HEIGHT,
    width: STAGE_WIDTH - 2 * GAP,
    height: STAGE_HEIGHT - TITLE_HEIGHT - GAP,
  }
  if (main === 'grid') return { large: area, tiles: gridIn(area, tiles) }
  const column = Math.min(tiles, Math.floor((area.height + GAP) / (TILE_HEIGHT + GAP)))
  const large = column === 0 ? area : { ...area, width: area.width - TILE_WIDTH - GAP }
  return {
    large,
    tiles: Array.from({ length: column }, (_, at) => ({
      x: large.x + large.width + GAP,
      y: area.y + at * (TILE_HEIGHT + GAP),
      width: TILE_WIDTH,
      height: TILE_HEIGHT,
    })),
  }
}
