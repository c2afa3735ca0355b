import { describe, expect, it } from 'vitest'
import { mainPictureOf } from '#client/sessions/hall/main-picture.ts'

const picture = (sid: string, muted = false) => ({ sid, track: undefined, muted, isPaused: false })
const person = (id: string, sends: Partial<Parameters<typeof mainPictureOf>[0][number]> = {}) => ({
  id,
  isSpeaking: false,
  camera: undefined,
  screen: undefined,
  goods: [],
  ...sends,
})
const stage: Parameters<typeof mainPictureOf>[1] = { layout: 'speaker', spotlight: null, goods: [] }
const lola = person('lola', { camera: picture('lolaCamera') })
const rustam = person('rustam', { camera: picture('rustamCamera'), isSpeaking: true })

describe('the picture of a session in the hall', () => {
  it('is whoever speaks, and stays while nobody else does', () => {
    const speaking = mainPictureOf([lola, rustam], stage)
    expect(speaking).toEqual({ personId: 'rustam', picture: rustam.camera })
    const silent = [lola, { ...rustam, isSpeaking: false }]
    expect(mainPictureOf(silent, stage, speaking?.personId)).toEqual(speaking)
  })

  it('is whom the host shows large, whoever speaks', () => {
    expect(mainPictureOf([lola, rustam], { ...stage, spotlight: 'lola' })?.personId).toBe('lola')
  })

  it('is a shared screen before a camera', () => {
    const sharing = person('nargiza', { screen: picture('screen') })
    expect(mainPictureOf([rustam, sharing], stage)?.picture.sid).toBe('screen')
  })

  it('is the goods while they are on the stage, else their still: nobody in their place', () => {
    const onStage: typeof stage = { ...stage, layout: 'product', goods: ['denim'] }
    const turning = (productId: string) =>
      person('nargiza', { screen: picture('screen'), goods: [{ ...picture('goods'), productId }] })
    expect(mainPictureOf([rustam, turning('denim')], onStage)?.picture.sid).toBe('goods')
    expect(mainPictureOf([rustam, turning('linen')], onStage)).toBeUndefined()
  })

  it('is nobody whose camera is off', () => {
    expect(mainPictureOf([person('lola', { camera: picture('camera', true) })], stage)).toBeUndefined()
  })
})
