import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { candidateOf, draftOf, EnquiryDraft, newDraft, withProduct } from '#client/trade/enquiry-draft.ts'
import { createEntryStore } from '#client/trade/entry-store.ts'
import { problemsOf } from '#client/ui-kit/field-problems.ts'
import { EnquiryBody } from '#shared/model/enquiry.ts'
import { memoryStorage } from './memory-storage.ts'

const metres = () => 'MTR' as const
const productId = randomUUID()

const problemsIn = (draft: EnquiryDraft) => {
  const candidate = candidateOf(draft, metres)
  const problems = problemsOf(EnquiryBody.safeParse(candidate).error, candidate)
  return Object.fromEntries([...problems].map(([path, { code }]) => [path, code]))
}

describe('an enquiry that is being filled in', () => {
  it('asks for a text only where there is nothing else to go by', () => {
    expect(problemsIn(newDraft())).toEqual({ text: 'required' })
    expect(problemsIn({ ...newDraft(), text: 'Do you weave to order?' })).toEqual({})
  })

  it('asks for goods and destination where samples are wished for, and for quantities with prices', () => {
    expect(problemsIn({ ...newDraft(), kind: 'sample' })).toEqual({ lines: 'needs_one', country: 'required' })
    const goods = withProduct({ ...newDraft(), country: 'KZ' }, productId)
    expect(problemsIn({ ...goods, kind: 'sample' })).toEqual({})
    expect(problemsIn({ ...goods, kind: 'quotation' })).toEqual({ 'lines.0.quantity': 'required' })
  })

  it('reads quantities as people write them, and says where one is no number', () => {
    const of = (quantity: string) =>
      candidateOf({ ...newDraft(), lines: [{ productId, colourway: '', quantity }] }, metres).lines[0]
        ?.quantity
    expect(['1 200,5', '1200.5', '  300 ', ''].map(of)).toEqual([1200.5, 1200.5, 300, null])
    const draft = { ...newDraft(), text: 'x', lines: [{ productId, colourway: '', quantity: 'many' }] }
    expect(problemsIn(draft)).toEqual({ 'lines.0.quantity': 'number' })
  })

  it('holds a product once, and goes back into fields as it was', () => {
    const draft: EnquiryDraft = {
      ...withProduct(withProduct(newDraft(), productId), productId),
      kind: 'quotation',
      country: 'KZ',
      city: 'Almaty',
      wantedBy: '2027-02-01',
    }
    expect(draft.lines).toHaveLength(1)
    const filled = { ...draft, lines: [{ productId, colourway: '412', quantity: '600' }] }
    expect(draftOf(EnquiryBody.parse(candidateOf(filled, metres)))).toEqual(filled)
  })

  it('[EN13] survives a reload, one draft a company', () => {
    const storage = memoryStorage()
    const [mill, tannery] = [randomUUID(), randomUUID()]
    const open = () => createEntryStore('draft.', EnquiryDraft, () => storage)
    const draft = { ...newDraft(), text: 'Half a sent' }
    open().save(mill, draft)
    expect(open().find(mill)).toEqual(draft)
    expect(open().find(tannery)).toBeUndefined()
    storage.setItem(`draft.${tannery}`, '{"id": 7}')
    expect(open().load()).toEqual([draft])
    open().remove(mill)
    expect(open().find(mill)).toBeUndefined()
  })
})
