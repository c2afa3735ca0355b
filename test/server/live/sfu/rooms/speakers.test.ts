import { describe, expect, it } from 'vitest'
import { createSpeakers } from '#server/live/sfu/rooms/speakers.ts'

const LOUD = 0.9
const QUIET = 0.3

describe('who speaks', () => {
  it('is told once, and told again when it is over', () => {
    const speakers = createSpeakers()
    for (let packet = 0; packet < 15; packet++) speakers.hear('PA_ann', LOUD)
    expect(speakers.changes()).toMatchObject([{ sid: 'PA_ann', active: true }])
    for (let packet = 0; packet < 15; packet++) speakers.hear('PA_ann', LOUD)
    expect(speakers.changes()).toEqual([])
    for (let packet = 0; packet < 15; packet++) speakers.hear('PA_ann', QUIET)
    expect(speakers.changes()).toMatchObject([{ sid: 'PA_ann', active: false }])
  })

  it('takes no cough for a speech', () => {
    const speakers = createSpeakers()
    for (let packet = 0; packet < 15; packet++) speakers.hear('PA_ann', packet < 3 ? LOUD : QUIET)
    expect(speakers.changes()).toEqual([])
  })

  it('forgets who has left', () => {
    const speakers = createSpeakers()
    for (let packet = 0; packet < 15; packet++) speakers.hear('PA_ann', LOUD)
    speakers.changes()
    speakers.forget('PA_ann')
    expect(speakers.changes()).toEqual([])
  })
})
