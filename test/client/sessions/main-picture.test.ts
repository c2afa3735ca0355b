import { describe, expect, it } from 'vitest'
import { mainPictureOf } from '#client/sessions/hall/main-picture.ts'

const picture = (muted = false) => ({ sid: 'TR', track: undefined, muted, isPaused: false })
const person = (id: string, sends: Partial<Parameters<typeof mainPictureOf>[0][number]> = {}) => ({
  id,
  isSpeaking: false,
  camera: undefined,
  screen: undefined,
  ...sends,
})
const stage: Parameters<typeof mainPictureOf>[1] = { layout: 'speaker', spotlight: null, goods: [] }
const lola = person('lola', { camera: picture() })
const rustam = person('rustam', { camera: picture(), isSpeaking: true })

describe('the picture of a session in the hall', () => {
  it('is whoever speaks, and stays while nobody else does', () => {
    const speaking = mainPictureOf([lola, rustam], stage)
    expect(speaking).toEqual({ personId: 'rustam', of: 'camera' })
    const silent = [lola, { ...rustam, isSpeaking: false }]
    expect(mainPictureOf(silent, stage, speaking)).toEqual(speaking)
  })

  it('is whom the host shows large, whoever speaks', () => {
    expect(mainPictureOf([lola, rustam], { ...stage, spotlight: 'lola' })?.personId).toBe('lola')
  })

  it('is a shared screen before a camera', () => {
    const sharing = person('nargiza', { screen: picture() })
    expect(mainPictureOf([rustam, sharing], stage)).toEqual({ personId: 'nargiza', of: 'screen' })
  })

  it('is nobody while goods are on the stage: their still is shown', () => {
    expect(mainPictureOf([rustam], { ...stage, layout: 'product', goods: ['denim'] })).toBeUndefined()
  })

  it('is nobody whose camera is off', () => {
    expect(mainPictureOf([person('lola', { camera: picture(true) })], stage)).toBeUndefined()
  })
})
