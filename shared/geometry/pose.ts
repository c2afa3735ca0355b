/** Signs that a visitor can make; sent in four bits, so at most 16. */
export const GESTURES = ['none', 'wave', 'nod', 'point', 'applaud', 'raiseHand', 'inspect', 'sit'] as const
export type Gesture = (typeof GESTURES)[number]

/** What a visitor's microphone does. */
export const VOICES = ['off', 'muted', 'listening', 'speaking'] as const
export type Voice = (typeof VOICES)[number]

/** Where a visitor stands and how: metres from the hall's centre, degrees clockwise from -z seen from above. */
export interface Pose {
  xM: number
  zM: number
  headingDeg: number
  gesture: Gesture
  voice: Voice
}

/** A pose as it travels: centimetres, 256ths of a turn, flags (gesture in bits 0-3, voice in bits 4-5). */
export interface PackedPose {
  xCm: number
  zCm: number
  turn256: number
  flags: number
}

/** First byte of a pose frame. */
export const POSE_KIND = 1
/** Kind, flags, heading, sequence number, x and z as signed 16 bits: up to 327 m from the centre. */
export const POSE_BYTES = 8

const GESTURE_BITS = 0b1111
const VOICE_SHIFT = 4
const VOICE_BITS = 0b11

const toCm = (metres: number): number => Math.max(-32768, Math.min(32767, Math.round(metres * 100)))

/** Rounds a pose to what travels: 1 cm and 1.4°. */
export const packPose = (pose: Pose): PackedPose => ({
  xCm: toCm(pose.xM),
  zCm: toCm(pose.zM),
  turn256: Math.round((pose.headingDeg / 360) * 256) & 255,
  flags: GESTURES.indexOf(pose.gesture) | (VOICES.indexOf(pose.voice) << VOICE_SHIFT),
})

/** Flags of a later version that are unknown here read as none and off. */
export const gestureOf = (flags: number): Gesture => GESTURES[flags & GESTURE_BITS] ?? 'none'
export const voiceOf = (flags: number): Voice => VOICES[(flags >> VOICE_SHIFT) & VOICE_BITS] ?? 'off'
export const headingOf = (turn256: number): number => (turn256 * 360) / 256

export const unpackPose = (packed: PackedPose): Pose => ({
  xM: packed.xCm / 100,
  zM: packed.zCm / 100,
  headingDeg: headingOf(packed.turn256),
  gesture: gestureOf(packed.flags),
  voice: voiceOf(packed.flags),
})

export const samePose = (a: PackedPose, b: PackedPose): boolean =>
  a.xCm === b.xCm && a.zCm === b.zCm && a.turn256 === b.turn256 && a.flags === b.flags

/** A pose on its way to the server; `sequence` counts from 0 to 255 and starts again. */
export interface PoseMessage extends PackedPose {
  sequence: number
}

export const encodePose = (pose: PackedPose, sequence: number): Uint8Array => {
  const frame = new Uint8Array(POSE_BYTES)
  const view = new DataView(frame.buffer)
  frame[0] = POSE_KIND
  frame[1] = pose.flags
  frame[2] = pose.turn256
  frame[3] = sequence
  view.setInt16(4, pose.xCm, true)
  view.setInt16(6, pose.zCm, true)
  return frame
}

const int16 = (low = 0, high = 0): number => ((low | (high << 8)) << 16) >> 16

/** Reads a pose frame into `into`; false when it isn't one. Nothing is allocated: a server reads 15,000 a second. */
export const decodePose = (frame: Uint8Array, into: PoseMessage): boolean => {
  if (frame[0] !== POSE_KIND || frame.length !== POSE_BYTES) return false
  into.flags = frame[1] ?? 0
  into.turn256 = frame[2] ?? 0
  into.sequence = frame[3] ?? 0
  into.xCm = int16(frame[4], frame[5])
  into.zCm = int16(frame[6], frame[7])
  return true
}

/** True where `sequence` comes after `previous` on the circle of 256 numbers. */
export const isLater = (sequence: number, previous: number): boolean => {
  const ahead = (sequence - previous) & 255
  return ahead > 0 && ahead < 128
}
