/** Where a listener or a speaker is, in metres; heading as in the hall, clockwise seen from above, 0 looks towards -z. */
export interface Placed {
  xM: number
  zM: number
  headingRad: number
}

/** A voice has its full loudness within this, and half of it at twice as far. */
const NEAR_M = 1.5
const FAR_M = 30

/** Places voices around a listener, in one Web Audio context; each has its full loudness within `nearM`. */
export const createSpatialSound = (nearM = NEAR_M) => {
  const context = new AudioContext()
  const panners = new Map<string, PannerNode>()

  const pannerFor = (personId: string): PannerNode => {
    const known = panners.get(personId)
    if (known) return known
    const panner = new PannerNode(context, {
      panningModel: 'HRTF',
      distanceModel: 'inverse',
      refDistance: nearM,
      maxDistance: FAR_M,
    })
    panners.set(personId, panner)
    return panner
  }

  return {
    context,
    pannerFor,
    /** A few times a second; who has no place sounds from where the listener is. */
    place(listener: Placed, placeOf: (personId: string) => Placed | undefined): void {
      const { positionX, positionZ, forwardX, forwardZ } = context.listener
      positionX.value = listener.xM
      positionZ.value = listener.zM
      forwardX.value = Math.sin(listener.headingRad)
      forwardZ.value = -Math.cos(listener.headingRad)
      for (const [personId, panner] of panners) {
        const { xM, zM } = placeOf(personId) ?? listener
        panner.positionX.value = xM
        panner.positionZ.value = zM
      }
    },
    forget: (personId: string) => void panners.delete(personId),
    close: () => void context.close(),
  }
}

export type SpatialSound = ReturnType<typeof createSpatialSound>
