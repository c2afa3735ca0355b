import type { Lanyard } from '#shared/model/principal.ts'

export interface VisitorInfo {
  readonly name: string
  readonly lanyard: Lanyard
}

/** What the body does: 0 stands or walks, 1 waves. */
export type VisitorGesture = number

/**
 * Other visitors, from whoever knows where they are (a presence link, or a test). Read every frame: it must
 * allocate nothing. Headings are in radians clockwise seen from above; 0 looks towards -z.
 */
export interface PoseSource {
  forEach(
    visit: (
      handle: number,
      xM: number,
      zM: number,
      headingRad: number,
      gesture: VisitorGesture,
      speaking?: boolean,
    ) => void,
  ): void
  /** Undefined until the name is known. */
  info(handle: number): VisitorInfo | undefined
}

/** An empty hall: what the showroom uses where nobody else can be seen. */
export const NOBODY: PoseSource = {
  forEach: () => undefined,
  info: () => undefined,
}

/** Who is here, nearest first, for a list; allocates, so call it a few times a second at most. */
export function listVisitors(
  source: PoseSource,
  xM: number,
  zM: number,
): { handle: number; name: string; lanyard: Lanyard; xM: number; zM: number; distanceM: number }[] {
  const found: ReturnType<typeof listVisitors> = []
  source.forEach((handle, x, z) => {
    const info = source.info(handle)
    if (info) found.push({ handle, ...info, xM: x, zM: z, distanceM: Math.hypot(x - xM, z - zM) })
  })
  return found.sort((a, b) => a.distanceM - b.distanceM)
}
