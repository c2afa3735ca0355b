import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#server/platform/config.ts'

describe('configuration', () => {
  it('takes data/ below the current folder where nothing is set, as an absolute path', () => {
    expect(readConfig({}).dataDir).toBe(path.resolve('data'))
  })

  it('takes a relative DATA_DIR from the current folder', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere/fair' }).dataDir).toBe(path.resolve('elsewhere/fair'))
  })

  it('names every wrong variable in a line of its own', () => {
    const read = () => readConfig({ PORT: 'many', FAIRLOOM_DEMO: 'perhaps' })
    expect(read).toThrow(/^ {2}PORT=many: /m)
    expect(read).toThrow(/^ {2}FAIRLOOM_DEMO=perhaps: /m)
  })

  it('takes a folder of recordings that have a LiveKit server to come from, by its whole path', () => {
    const livekit = { LIVEKIT_URL: 'ws://media.test', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' }
    expect(readConfig({ ...livekit, LIVEKIT_EGRESS_DIR: '/srv/made' }).egressDir).toBe('/srv/made')
    expect(() => readConfig({ ...livekit, LIVEKIT_EGRESS_DIR: 'made' })).toThrow(/LIVEKIT_EGRESS_DIR=made/)
    expect(() => readConfig({ LIVEKIT_EGRESS_DIR: '/srv/made' })).toThrow('LIVEKIT_URL must be set')
  })

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '' }).port).toBe(3000)
  })

  it('makes no demo accounts on an address that others can reach', () => {
    expect(readConfig({}).demo).toBe(true)
    expect(readConfig({ HOST: '0.0.0.0' }).demo).toBe(false)
    expect(readConfig({ HOST: '0.0.0.0', FAIRLOOM_DEMO: 'on' }).demo).toBe(true)
  })

  it('is reached at an address also where it listens on one of IPv6', () => {
    expect(readConfig({ HOST: '::' }).publicUrl).toBe('http://[::]:3000')
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://localhost:3000')
  })

  it('takes outer addresses of media with and without a port', () => {
    const { mediaAddresses } = readConfig({
      MEDIA_ADDRESS: '203.0.113.7, 203.0.113.8:40000, 2001:db8::7, [2001:db8::8]:40001',
    })
    expect(mediaAddresses).toEqual([
      { host: '203.0.113.7', port: undefined },
      { host: '203.0.113.8', port: 40_000 },
      { host: '2001:db8::7', port: undefined },
      { host: '2001:db8::8', port: 40_001 },
    ])
    for (const wrong of ['fair.example.org', '203.0.113.7:0', '203.0.113.7:x'])
      expect(() => readConfig({ MEDIA_ADDRESS: wrong })).toThrow('MEDIA_ADDRESS')
  })
})
