import { describe, expect, it } from 'vitest'
import { planStage } from '#client/sessions/stage-plan.ts'
import type { CallPerson } from '#client/live/call-state.ts'
import type { SessionPerson, Stage } from '#shared/model/live-session.ts'

const PICTURE = { sid: 'picture', track: undefined, muted: false, isPaused: false }

const buildStage = (overrides: Partial<Stage> = {}): Stage => ({
  layout: 'speaker',
  spotlight: null,
  goods: [],
  collection: [],
  light: 'hall',
  presenter: null,
  marks: [],
  ...overrides,
})

const inCall = (id: string, overrides: Partial<CallPerson> = {}): CallPerson => ({
  id,
  name: id,
  isMe: false,
  isSpeaking: false,
  quality: 'good',
  microphone: 'open',
  camera: undefined,
  screen: undefined,
  goods: [],
  ...overrides,
})

const known = (id: string, role: SessionPerson['role']): SessionPerson => ({
  id,
  name: id,
  lanyard: 'buyer',
  role,
  channel: null,
  standing: 'in',
  isHere: true,
  handAt: null,
  hasFloor: false,
})

describe('the stage of a session', () => {
  it('gives the place of what is not there to the speaker', () => {
    for (const layout of ['product', 'screen'] as const)
      expect(planStage(buildStage({ layout }), [inCall('lola')], [])).toMatchObject({
        main: 'speaker',
        large: { id: 'lola' },
        tiles: [],
      })
  })

  it('shows the spotlit first, then who speaks, then who is seen', () => {
    const people = [
      inCall('quiet'),
      inCall('seen', { camera: PICTURE }),
      inCall('speaks', { isSpeaking: true }),
    ]
    const plan = planStage(buildStage({ layout: 'grid', spotlight: 'quiet' }), people, [])
    expect(plan.tiles.map(({ id }) => id)).toEqual(['quiet', 'speaks', 'seen'])
  })

  it('shows a screen with its speaker beside it, and no interpreter and no silent attendee', () => {
    const people = [
      inCall('shows', { screen: PICTURE }),
      inCall('interprets'),
      inCall('listens', { microphone: 'none' }),
    ]
    const plan = planStage(buildStage(), people, [
      known('interprets', 'interpreter'),
      known('listens', 'attendee'),
    ])
    expect(plan).toMatchObject({ main: 'screen', screen: { person: { id: 'shows' } }, large: undefined })
    expect(plan.tiles.map(({ id }) => id)).toEqual(['shows'])
  })
})
