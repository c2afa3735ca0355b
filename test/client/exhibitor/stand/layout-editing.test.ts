import { describe, expect, it } from 'vitest'
import { SlotKind, type StandLayout } from '#shared/model/fair.ts'
import {
  addSlot, applyEdit, changeSlot, isEdited, overlapping, reachOf, startEdit, undoEdit,
} from '#client/exhibitor/stand/layout-editing.ts' // prettier-ignore

const floor = { widthM: 6, depthM: 3 }
const empty: StandLayout = { slots: [] }
const withTable = addSlot(empty, 'table', floor)

const table = (layout: StandLayout) => {
  const slot = layout.slots.find(({ id }) => id === withTable.id)
  if (!slot) throw new Error('no table')
  return slot
}

describe('a stand’s layout', () => {
  it('keeps a piece wholly on the stand wherever it is moved', () => {
    const moved = table(changeSlot(withTable.layout, withTable.id, { xM: 99, zM: -99 }, floor))
    const reach = reachOf('table', 0)
    expect(moved).toMatchObject({ xM: 3 - reach.xM, zM: reach.zM - 1.5 })
  })

  it('takes the room of a turned piece', () => {
    const turned = table(changeSlot(withTable.layout, withTable.id, { turnDeg: 90, zM: 99 }, floor))
    expect(turned.zM).toBeCloseTo(1.5 - 0.8)
  })

  it('adds pieces side by side as long as there is room', () => {
    const layout = SlotKind.options.reduce((current, kind) => addSlot(current, kind, floor).layout, empty)
    expect(layout.slots).toHaveLength(SlotKind.options.length)
    expect(new Set(layout.slots.map(({ id }) => id)).size).toBe(SlotKind.options.length)
    expect([...overlapping(layout)]).toEqual([])
  })

  it('tells which pieces stand in each other', () => {
    const two = addSlot(withTable.layout, 'plinth', floor)
    const { xM, zM } = table(two.layout)
    expect(overlapping(changeSlot(two.layout, two.id, { xM, zM }, floor)).size).toBe(2)
  })

  it('gives a piece an id of its own after another was removed', () => {
    const two = addSlot(withTable.layout, 'table', floor)
    const left = { slots: two.layout.slots.filter(({ id }) => id !== withTable.id) }
    const again = addSlot(left, 'table', floor)
    expect(new Set(again.layout.slots.map(({ id }) => id)).size).toBe(2)
  })
})

describe('editing a layout', () => {
  const at = (xM: number) => changeSlot(withTable.layout, withTable.id, { xM }, floor)

  it('undoes a whole drag in one step', () => {
    let edit = startEdit(withTable.layout)
    for (const xM of [0.1, 0.2, 0.3]) edit = applyEdit(edit, at(xM), 'drag 1')
    expect(isEdited(edit)).toBe(true)
    expect(isEdited(undoEdit(edit))).toBe(false)
  })

  it('undoes two drags in two steps', () => {
    let edit = applyEdit(startEdit(withTable.layout), at(0.5), 'drag 1')
    edit = applyEdit(edit, at(1), 'drag 2')
    edit = undoEdit(edit)
    expect(table(edit.now).xM).toBe(0.5)
    expect(isEdited(undoEdit(edit))).toBe(false)
  })

  it('stays as it is where there is nothing to undo', () => {
    const edit = startEdit(withTable.layout)
    expect(undoEdit(edit)).toBe(edit)
  })
})
