import { SpeakerInfo } from '@livekit/protocol'

/** A voice: at most 40 dB below overload (RFC 6464), as a share of 127. */
const VOICE = (127 - 40) / 127
/** Of a window's packets, so many must hold a voice. */
const VOICED_SHARE = 0.4
/** The level that is shown changes in steps: who hears is told only of a change. */
const STEPS = 8

/** Who speaks in a room, from the levels of the packets of a short window. */
export const createSpeakers = () => {
  const heard = new Map<string, { packets: number; voiced: number; sum: number }>()
  const speaking = new Map<string, number>()

  return {
    /** @param level 0 silent to 1 loudest */
    hear(participantSid: string, level: number): void {
      const one = heard.get(participantSid) ?? { packets: 0, voiced: 0, sum: 0 }
      one.packets += 1
      if (level >= VOICE) {
        one.voiced += 1
        one.sum += level
      }
      heard.set(participantSid, one)
    },
    /** Ends the window: what changed since the last one. */
    changes(): SpeakerInfo[] {
      const changed: SpeakerInfo[] = []
      const now = new Map<string, number>()
      for (const [sid, { packets, voiced, sum }] of heard)
        if (voiced / packets >= VOICED_SHARE) now.set(sid, Math.round((sum / voiced) * STEPS) / STEPS)
      for (const sid of new Set([...now.keys(), ...speaking.keys()])) {
        const level = now.get(sid)
        if (level === speaking.get(sid)) continue
        changed.push(new SpeakerInfo({ sid, level: level ?? 0, active: level !== undefined }))
      }
      heard.clear()
      speaking.clear()
      for (const [sid, level] of now) speaking.set(sid, level)
      return changed
    },
    forget(participantSid: string): void {
      heard.delete(participantSid)
      speaking.delete(participantSid)
    },
  }
}
