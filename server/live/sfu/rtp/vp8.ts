/** The payload descriptor of VP8 (RFC 7741, 4.2), with offsets in bytes from the payload's start; -1 where absent. */
export interface Vp8View {
  /** The first packet of a frame. */
  startsFrame: boolean
  isKeyframe: boolean
  /** 7 or 15 bits. */
  pictureIdAt: number
  pictureId: number
  pictureIdBits: 0 | 7 | 15
  tl0PictureIndexAt: number
  tl0PictureIndex: number
  /** Temporal layer, 0 where the sender names none. */
  temporalLayer: number
  /** Nothing refers to this frame but frames above it. */
  isLayerSync: boolean
}

export const createVp8View = (): Vp8View => ({
  startsFrame: false,
  isKeyframe: false,
  pictureIdAt: -1,
  pictureId: 0,
  pictureIdBits: 0,
  tl0PictureIndexAt: -1,
  tl0PictureIndex: 0,
  temporalLayer: 0,
  isLayerSync: false,
})

/** Reads a descriptor into `view`; false where it is cut off. */
export const readVp8 = (datagram: Buffer, start: number, end: number, view: Vp8View): boolean => {
  if (start >= end) return false
  const first = datagram[start] ?? 0
  let at = start + 1
  view.startsFrame = (first & 0x10) !== 0 && (first & 7) === 0
  view.pictureIdAt = -1
  view.pictureIdBits = 0
  view.tl0PictureIndexAt = -1
  view.temporalLayer = 0
  view.isLayerSync = false
  if ((first & 0x80) !== 0) {
    const extended = datagram[at++] ?? 0
    if ((extended & 0x80) !== 0) {
      view.pictureIdAt = at - start
      const high = datagram[at] ?? 0
      if (high > 127) {
        view.pictureIdBits = 15
        view.pictureId = ((high & 127) << 8) | (datagram[at + 1] ?? 0)
        at += 2
      } else {
        view.pictureIdBits = 7
        view.pictureId = high
        at += 1
      }
    }
    if ((extended & 0x40) !== 0) {
      view.tl0PictureIndexAt = at - start
      view.tl0PictureIndex = datagram[at++] ?? 0
    }
    if ((extended & 0x30) !== 0) {
      const layer = datagram[at++] ?? 0
      view.temporalLayer = layer >> 6
      view.isLayerSync = (layer & 0x20) !== 0
    }
  }
  if (at >= end) return false
  // The inverse key frame flag is the first bit of the frame itself (RFC 6386, 9.1).
  view.isKeyframe = view.startsFrame && ((datagram[at] ?? 1) & 1) === 0
  return true
}

/** Writes picture id and TL0PICIDX in place, as wide as they were. */
export const rewriteVp8 = (
  datagram: Buffer,
  start: number,
  view: Vp8View,
  pictureId: number,
  tl0PictureIndex: number,
): void => {
  if (view.pictureIdBits === 15)
    datagram.writeUInt16BE(0x8000 | (pictureId & 0x7fff), start + view.pictureIdAt)
  else if (view.pictureIdBits === 7) datagram[start + view.pictureIdAt] = pictureId & 127
  if (view.tl0PictureIndexAt >= 0) datagram[start + view.tl0PictureIndexAt] = tl0PictureIndex & 255
}
