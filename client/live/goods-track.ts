const BEGINNING = 'goods/'

/**
 * Goods on a stage are sent as a shared screen of their own, told apart by this name: whoever is on the stage may
 * share a screen.
 */
export const goodsTrackName = (productId: string): string => `${BEGINNING}${productId}`

/** Which product a shared screen with this name shows; undefined where it is somebody's screen. */
export const productInTrack = (trackName: string): string | undefined =>
  trackName.startsWith(BEGINNING) ? trackName.slice(BEGINNING.length) : undefined
