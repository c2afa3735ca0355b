/** CSS pixels that a millimetre of the inspected product takes in the middle of the picture. */
export interface SurfaceScale {
  readonly acrossPxPerMm: number
  readonly downPxPerMm: number
}

/** What the renderer did in its last frame, shadow passes included; benches and browser tests read it. */
export interface ShowroomStats {
  drawCalls: number
  triangles: number
  textures: number
  geometries: number
  /** The largest since `resetPeak` was last set. */
  peakDrawCalls: number
  peakTriangles: number
  frames: number
  tier: string
  /** Goods shown, by what they are shown with. */
  goods: Record<string, number>
  loadedBytes: number
  contextLosses: number
  loading: number
  /** Measures how large the inspected product is drawn; null until its finest model is. */
  surfaceScale: ((spanPx: number) => SurfaceScale) | null
}

declare global {
  var fairloomStats: ShowroomStats | undefined
}

/** One object for the life of the page; published as `globalThis.fairloomStats`. */
export const showroomStats: ShowroomStats = {
  drawCalls: 0,
  triangles: 0,
  textures: 0,
  geometries: 0,
  peakDrawCalls: 0,
  peakTriangles: 0,
  frames: 0,
  tier: 'high',
  goods: {},
  loadedBytes: 0,
  contextLosses: 0,
  loading: 0,
  surfaceScale: null,
}

export function publishStats(): void {
  globalThis.fairloomStats = showroomStats
}

/** There is something to see; goods are drawn as planned; the baked shade is on the hall. */
export type ShowroomMark = 'showroom:useful' | 'showroom:complete' | 'showroom:shaded'

/** Sets a performance mark the first time that it is reached. */
export function markOnce(mark: ShowroomMark): void {
  if (performance.getEntriesByName(mark).length === 0) performance.mark(mark)
}
