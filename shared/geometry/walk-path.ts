import type { FloorPoint } from '#shared/model/fair.ts'
import { isFree, type Obstacles } from './collision.ts'

/** Free floor as a grid of squares, for finding the way to where somebody clicked. */
export interface WalkGrid {
  readonly columns: number
  readonly rows: number
  readonly free: Uint8Array
  readonly obstacles: Obstacles
}

const SQUARE_M = 0.4
// A little more than a visitor's radius, so that ways keep off corners.
const CLEARANCE_M = 0.32

/** Tries every square of the hall once; a hall of 100 x 60 m has 37,500. */
export function createWalkGrid(obstacles: Obstacles): WalkGrid {
  const columns = Math.max(1, Math.floor((obstacles.halfWidthM * 2) / SQUARE_M))
  const rows = Math.max(1, Math.floor((obstacles.halfDepthM * 2) / SQUARE_M))
  const free = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = (column + 0.5) * SQUARE_M - obstacles.halfWidthM
      const z = (row + 0.5) * SQUARE_M - obstacles.halfDepthM
      if (isFree(obstacles, x, z, CLEARANCE_M)) free[row * columns + column] = 1
    }
  }
  return { columns, rows, free, obstacles }
}

function squareOf(grid: WalkGrid, point: FloorPoint): number {
  const column = Math.floor((point.xM + grid.obstacles.halfWidthM) / SQUARE_M)
  const row = Math.floor((point.zM + grid.obstacles.halfDepthM) / SQUARE_M)
  const c = Math.max(0, Math.min(grid.columns - 1, column))
  const r = Math.max(0, Math.min(grid.rows - 1, row))
  return r * grid.columns + c
}

function pointOf(grid: WalkGrid, square: number): FloorPoint {
  const column = square % grid.columns
  const row = Math.floor(square / grid.columns)
  return {
    xM: (column + 0.5) * SQUARE_M - grid.obstacles.halfWidthM,
    zM: (row + 0.5) * SQUARE_M - grid.obstacles.halfDepthM,
  }
}

/** The free square nearest to a point, or -1 where there is none within `reachM`. */
function nearestFree(grid: WalkGrid, point: FloorPoint, reachM: number): number {
  const start = squareOf(grid, point)
  if (grid.free[start] === 1) return start
  const reach = Math.ceil(reachM / SQUARE_M)
  const column = start % grid.columns
  const row = Math.floor(start / grid.columns)
  let best = -1
  let bestDistance = Infinity
  for (let r = Math.max(0, row - reach); r <= Math.min(grid.rows - 1, row + reach); r++) {
    for (let c = Math.max(0, column - reach); c <= Math.min(grid.columns - 1, column + reach); c++) {
      const distance = Math.hypot(c - column, r - row)
      if (distance < bestDistance && grid.free[r * grid.columns + c] === 1) {
        best = r * grid.columns + c
        bestDistance = distance
      }
    }
  }
  return best
}

/** The nearest point to `point` where a visitor can stand; `point` itself where it is free. */
export function nearestFreePoint(grid: WalkGrid, point: FloorPoint, reachM = 6): FloorPoint | null {
  if (isFree(grid.obstacles, point.xM, point.zM)) return point
  const square = nearestFree(grid, point, reachM)
  return square < 0 ? null : pointOf(grid, square)
}

function clearLine(grid: WalkGrid, a: FloorPoint, b: FloorPoint): boolean {
  const length = Math.hypot(b.xM - a.xM, b.zM - a.zM)
  const steps = Math.ceil(length / 0.15)
  for (let step = 1; step < steps; step++) {
    const t = step / steps
    if (!isFree(grid.obstacles, a.xM + (b.xM - a.xM) * t, a.zM + (b.zM - a.zM) * t, CLEARANCE_M - 0.02))
      return false
  }
  return true
}

/**
 * The way from one point to another as corners to walk through, the start left out; it ends at the free place
 * nearest to the goal. Null where there is no way.
 */
export function findWay(grid: WalkGrid, from: FloorPoint, to: FloorPoint): FloorPoint[] | null {
  const goal = nearestFreePoint(grid, to)
  if (!goal) return null
  if (clearLine(grid, from, goal)) return [goal]
  const start = nearestFree(grid, from, 2)
  const end = nearestFree(grid, goal, 2)
  if (start < 0 || end < 0) return null
  const squares = searchSquares(grid, start, end)
  return squares
    ? straighten(
        grid,
        from,
        squares.map((square) => pointOf(grid, square)),
        goal,
      )
    : null
}

function straighten(grid: WalkGrid, from: FloorPoint, points: FloorPoint[], goal: FloorPoint): FloorPoint[] {
  const way: FloorPoint[] = []
  let here = from
  let index = 0
  while (index < points.length) {
    if (clearLine(grid, here, goal)) break
    let furthest = index
    for (let ahead = Math.min(points.length - 1, index + 60); ahead > index; ahead--) {
      const candidate = points[ahead]
      if (candidate && clearLine(grid, here, candidate)) {
        furthest = ahead
        break
      }
    }
    const corner = points[furthest]
    if (!corner) break
    way.push(corner)
    here = corner
    index = furthest + 1
  }
  way.push(goal)
  return way
}

/** A* over eight neighbours with a binary heap of squares. */
function searchSquares(grid: WalkGrid, start: number, end: number): number[] | null {
  const { columns, rows, free } = grid
  const cost = new Float32Array(columns * rows).fill(Infinity)
  const rank = new Float32Array(columns * rows)
  const cameFrom = new Int32Array(columns * rows).fill(-1)
  const heap: number[] = []
  const endColumn = end % columns
  const endRow = Math.floor(end / columns)
  const guess = (square: number) => {
    const dx = Math.abs((square % columns) - endColumn)
    const dz = Math.abs(Math.floor(square / columns) - endRow)
    return Math.max(dx, dz) + 0.4142 * Math.min(dx, dz)
  }
  const rankOf = (at: number) => rank[heap[at] ?? 0] ?? Infinity
  const swap = (a: number, b: number) => {
    const kept = heap[a] ?? 0
    heap[a] = heap[b] ?? 0
    heap[b] = kept
  }
  const push = (square: number) => {
    let at = heap.push(square) - 1
    while (at > 0 && rankOf((at - 1) >> 1) > rankOf(at)) {
      swap(at, (at - 1) >> 1)
      at = (at - 1) >> 1
    }
  }
  const pop = (): number | undefined => {
    const top = heap[0]
    const last = heap.pop()
    if (heap.length === 0 || last === undefined) return top
    heap[0] = last
    for (let at = 0; ;) {
      let least = at
      if (2 * at + 1 < heap.length && rankOf(2 * at + 1) < rankOf(least)) least = 2 * at + 1
      if (2 * at + 2 < heap.length && rankOf(2 * at + 2) < rankOf(least)) least = 2 * at + 2
      if (least === at) return top
      swap(at, least)
      at = least
    }
  }
  cost[start] = 0
  push(start)
  for (let square = pop(); square !== undefined; square = pop()) {
    if (square === end) return traceBack(cameFrom, start, end)
    const column = square % columns
    const row = Math.floor(square / columns)
    for (let dr = -1; dr <= 1; dr++) {
      for (let dc = -1; dc <= 1; dc++) {
        const c = column + dc
        const r = row + dr
        if ((dr === 0 && dc === 0) || c < 0 || r < 0 || c >= columns || r >= rows) continue
        const next = r * columns + c
        if (free[next] !== 1) continue
        // No cutting of corners between two blocked squares.
        if (dr !== 0 && dc !== 0 && (free[row * columns + c] !== 1 || free[r * columns + column] !== 1))
          continue
        const reached = (cost[square] ?? Infinity) + (dr !== 0 && dc !== 0 ? 1.4142 : 1)
        if (reached < (cost[next] ?? Infinity)) {
          cost[next] = reached
          rank[next] = reached + guess(next)
          cameFrom[next] = square
          push(next)
        }
      }
    }
  }
  return null
}

function traceBack(cameFrom: Int32Array, start: number, end: number): number[] {
  const squares = [end]
  for (let square = end; square !== start;) {
    square = cameFrom[square] ?? start
    squares.push(square)
  }
  return squares.reverse()
}
