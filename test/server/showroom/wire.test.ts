import { Encoder, PacketType, type Decoder, type Packet } from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { encodePose } from '#shared/geometry/pose.ts'
import { SnapshotWriter } from '#shared/geometry/snapshot.ts'
import { POSE_EVENT, serverWireParser, SNAPSHOT_EVENT, wireParser } from '#shared/protocol/wire.ts'

const pose = encodePose({ xCm: 1, zCm: 2, turn256: 3, flags: 0 }, 4)
const snapshot = () => {
  const writer = new SnapshotWriter(1)
  writer.begin(true, 5)
  return writer.end().slice()
}
const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data })

const decodeAll = (chunks: unknown[], decoder: Decoder = new wireParser.Decoder()): Packet[] => {
  const packets: Packet[] = []
  decoder.on('decoded', (packet) => packets.push(packet))
  for (const chunk of chunks) decoder.add(chunk)
  return packets
}

describe('wire', () => {
  it('[PR12] sends a pose and a snapshot as one binary frame each', () => {
    const encoder = new wireParser.Encoder()
    expect(encoder.encode(event(POSE_EVENT, pose))).toEqual([pose])
    const frame = snapshot()
    expect(encoder.encode(event(SNAPSHOT_EVENT, frame))).toEqual([frame])
    expect(decodeAll([pose, frame])).toEqual([event(POSE_EVENT, pose), event(SNAPSHOT_EVENT, frame)])
  })

  it('[PR12] reads frames that a browser gives as ArrayBuffer', () => {
    const [packet] = decodeAll([pose.slice().buffer])
    expect(packet?.data).toEqual([POSE_EVENT, pose])
  })

  it('[PR12] leaves every other packet to socket.io', () => {
    const packets = [
      event('showroom:enter', { hallId: 'h' }),
      { ...event('a', 1), id: 7 },
      event(POSE_EVENT, 'no bytes'),
    ]
    for (const packet of packets) {
      expect(new wireParser.Encoder().encode(packet)).toEqual(new Encoder().encode(packet))
    }
    expect(decodeAll(new Encoder().encode(event('chat:sent', { text: 'да' })))[0]?.data).toEqual([
      'chat:sent',
      { text: 'да' },
    ])
  })

  it('[PR12] keeps the attachments of other binary events apart from poses', () => {
    const chunks = new wireParser.Encoder().encode(event('file', Buffer.from(pose), Buffer.from([2, 2])))
    expect(chunks).toHaveLength(3)
    const packets = decodeAll([...chunks, pose])
    expect(packets.map(({ data }) => (data as unknown[])[0])).toEqual(['file', POSE_EVENT])
    expect((packets[0]?.data as unknown[])[1]).toEqual(Buffer.from(pose))
  })

  it("[PR12] leaves poses to the showroom in the server's parser, which hands on everything else", () => {
    const text = new Encoder().encode(event('chat:send', { text: 'hi' }))
    const packets = decodeAll([pose, ...text, pose], new serverWireParser.Decoder())
    expect(packets.map(({ data }) => (data as unknown[])[0])).toEqual(['chat:send'])
  })

  it('[PR10] refuses binary frames of unknown kind', () => {
    expect(() => decodeAll([new Uint8Array([9, 9])])).toThrow('unknown kind')
    expect(() => decodeAll([new Uint8Array(0)])).toThrow('unknown kind')
  })
})
