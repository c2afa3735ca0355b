import { describe, expect, it } from 'vitest'
import { recall, remember, rememberQuality } from '#client/showroom/state/device-memory.ts'
import { chooseQuality, createVisit } from '#client/showroom/state/visit.ts'
import { memoryStorage } from '../../trade/memory-storage.ts'
import { buildView } from './build-view.ts'

const NEW_DEVICE = { choice: 'auto', canWalk: false }

describe('what a device is remembered by', () => {
  it('is nothing at the first visit, or where what is stored is not ours', () => {
    const storage = memoryStorage()
    expect(recall(storage)).toEqual(NEW_DEVICE)
    storage.setItem('fairloom.showroom', '{"choice":"splendid"}')
    expect(recall(storage)).toEqual(NEW_DEVICE)
    storage.setItem('fairloom.showroom', 'no JSON')
    expect(recall(storage)).toEqual(NEW_DEVICE)
  })

  it('grows piece by piece', () => {
    const storage = memoryStorage()
    remember({ canWalk: true }, storage)
    remember({ tier: 'low' }, storage)
    expect(recall(storage)).toEqual({ choice: 'auto', tier: 'low', canWalk: true })
  })

  it('is the tier at which measuring arrived', () => {
    const storage = memoryStorage()
    const visit = createVisit(buildView())
    rememberQuality(visit, storage)
    visit.store.setState({ tier: 'medium' })
    expect(recall(storage)).toMatchObject({ choice: 'auto', tier: 'medium' })
  })

  it('is the choice by hand, which says nothing about what was measured', () => {
    const storage = memoryStorage()
    const visit = createVisit(buildView())
    rememberQuality(visit, storage)
    visit.store.setState({ tier: 'medium' })
    chooseQuality(visit, 'high')
    expect(recall(storage)).toMatchObject({ choice: 'high', tier: 'medium' })
  })

  it('is not what the visit began with, as an address may ask for a tier once', () => {
    const storage = memoryStorage()
    const visit = createVisit(buildView(), 'low')
    const stop = rememberQuality(visit, storage)
    visit.store.setState({ isUseful: true })
    expect(recall(storage)).toEqual(NEW_DEVICE)
    stop()
    chooseQuality(visit, 'medium')
    expect(recall(storage)).toEqual(NEW_DEVICE)
  })
})
