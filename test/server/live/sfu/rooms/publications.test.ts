import {
  AddTrackRequest,
  ParticipantPermission,
  TrackSource,
  TrackType,
  VideoQuality,
} from '@livekit/protocol'
import { describe, expect, it } from 'vitest'
import { createPublications, type Publication } from '#server/live/sfu/rooms/publications.ts'
import { madeCodec, madeSection } from '../support/made-media.ts'

const ALL = new ParticipantPermission({ canPublish: true })
const MICROPHONE_ONLY = new ParticipantPermission({
  canPublish: true,
  canPublishSources: [TrackSource.MICROPHONE],
})

const camera = (cid: string) =>
  new AddTrackRequest({ cid, type: TrackType.VIDEO, source: TrackSource.CAMERA, width: 1280, height: 720 })
const microphone = (cid: string) =>
  new AddTrackRequest({ cid, type: TrackType.AUDIO, source: TrackSource.MICROPHONE })
const screen = (cid: string) =>
  new AddTrackRequest({ cid, type: TrackType.VIDEO, source: TrackSource.SCREEN_SHARE })

const taken = (answer: Publication | string): Publication => {
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

describe('what one client publishes', () => {
  it('has an id and a codec from its announcement on, and keeps them where that is repeated', () => {
    const publications = createPublications()
    const first = taken(publications.announce(camera('cam'), ALL))
    expect(first.info).toMatchObject({ mimeType: 'video/VP8', width: 1280, source: TrackSource.CAMERA })
    expect(taken(publications.announce(microphone('mic'), ALL)).info.mimeType).toBe('audio/opus')
    expect(publications.announce(camera('cam'), ALL)).toBe(first)
    expect(publications.all()).toHaveLength(2)
  })

  it('[LV2] is refused where no permission names its source', () => {
    const publications = createPublications()
    expect(publications.announce(camera('cam'), MICROPHONE_ONLY)).toMatch(/permission/)
    expect(publications.announce(microphone('mic'), new ParticipantPermission())).toMatch(/permission/)
    expect(publications.all()).toEqual([])
    taken(publications.announce(microphone('mic'), MICROPHONE_ONLY))
  })

  it('is a dozen tracks at most, until one is taken back', () => {
    const publications = createPublications()
    const all = Array.from({ length: 12 }, (_, at) => taken(publications.announce(camera(`cam-${at}`), ALL)))
    expect(publications.announce(camera('more'), ALL)).toMatch(/too many/)
    publications.remove(all[3]!.info.sid)
    taken(publications.announce(camera('more'), ALL))
  })

  it('can be received only once it was negotiated', () => {
    const publications = createPublications()
    const announced = taken(publications.announce(camera('cam'), ALL))
    expect(publications.live()).toEqual([])
    publications.negotiate(madeSection('3', 'video', { trackId: 'cam' }))
    expect(publications.live()).toEqual([announced])
    expect(announced).toMatchObject({ info: { mid: '3' }, codec: { name: 'VP8' } })
  })

  it('is found by the track that a section names, whatever was announced first', () => {
    const publications = createPublications()
    const first = taken(publications.announce(camera('cam'), ALL))
    const second = taken(publications.announce(screen('scr'), ALL))
    expect(publications.negotiate(madeSection('1', 'video', { trackId: 'scr' }))).toBe(second)
    expect(publications.negotiate(madeSection('2', 'video', { trackId: 'cam' }))).toBe(first)
  })

  it('is found in the order of the announcements where a browser names its tracks otherwise', () => {
    const publications = createPublications()
    const sound = taken(publications.announce(microphone('mic'), ALL))
    const first = taken(publications.announce(camera('cam'), ALL))
    const second = taken(publications.announce(screen('scr'), ALL))
    expect(publications.negotiate(madeSection('0', 'video', { trackId: '{1}' }))).toBe(first)
    expect(publications.negotiate(madeSection('1', 'video', { trackId: '{2}' }))).toBe(second)
    expect(publications.negotiate(madeSection('2', 'audio', { trackId: '{3}' }))).toBe(sound)
    expect(publications.negotiate(madeSection('3', 'video', { trackId: '{4}' }))).toBeUndefined()
  })

  it('stays in its section through later offers, and leaves it to another when it is over', () => {
    const publications = createPublications()
    const first = taken(publications.announce(camera('cam'), ALL))
    const section = madeSection('1', 'video', { trackId: 'cam' })
    publications.negotiate(section)
    const second = taken(publications.announce(screen('scr'), ALL))
    expect(publications.negotiate(section)).toBe(first)
    publications.remove(first.info.sid)
    expect(publications.byTrack(first.track)).toBeUndefined()
    expect(publications.negotiate(madeSection('1', 'video', { trackId: 'scr' }))).toBe(second)
  })

  it('is not negotiated with a codec that was not announced, nor as another kind', () => {
    const publications = createPublications()
    const announced = taken(publications.announce(camera('cam'), ALL))
    const h264 = [madeCodec('video', { name: 'H264', payloadType: 102 })]
    expect(
      publications.negotiate(madeSection('1', 'video', { trackId: 'cam', codecs: h264 })),
    ).toBeUndefined()
    expect(publications.negotiate(madeSection('1', 'audio', { trackId: 'cam' }))).toBeUndefined()
    expect(publications.live()).toEqual([])
    expect(publications.negotiate(madeSection('1', 'video', { trackId: 'cam' }))).toBe(announced)
  })

  it('takes the codec that its publisher prefers', () => {
    const publications = createPublications()
    const request = camera('cam')
    request.simulcastCodecs = [{ codec: 'video/H264', cid: 'cam' } as never]
    expect(taken(publications.announce(request, ALL))).toMatchObject({
      info: { mimeType: 'video/H264' },
      track: { codec: 'h264' },
    })
  })

  it('costs by layer what its publisher says, before anything is measured', () => {
    const publications = createPublications()
    const request = camera('cam')
    request.layers = [
      { quality: VideoQuality.LOW, bitrate: 120_000 },
      { quality: VideoQuality.HIGH, bitrate: 1_200_000 },
    ] as never
    const { info, track } = taken(publications.announce(request, ALL))
    expect(info.simulcast).toBe(true)
    expect(track.qualities()).toEqual([0, 2])
    expect(track.qualities().map((quality) => track.bitsOf(quality, 0))).toEqual([120_000, 1_200_000])
  })
})
