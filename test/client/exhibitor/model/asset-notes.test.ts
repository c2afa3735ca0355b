import { describe, expect, it } from 'vitest'
import { ASSET_NOTE_SENTENCES } from '#shared/model/asset-notes.ts'
import { ASSET_STEPS } from '#shared/model/asset.ts'
import { assetNoteMessages } from '#client/exhibitor/model/asset-note-messages.ts'
import { shareDone } from '#client/exhibitor/model/upload-progress.tsx'

describe('findings of the pipeline', () => {
  it('are told in the sentences that the shared model gives them', () => {
    const sentences = Object.entries(assetNoteMessages).map(([code, { defaultMessage }]) => [
      code,
      defaultMessage,
    ])
    expect(Object.fromEntries(sentences)).toEqual(ASSET_NOTE_SENTENCES)
  })
})

describe('progress over all steps', () => {
  it('never goes back from one step to the next', () => {
    const shares = ASSET_STEPS.flatMap((step) =>
      [0, 0.5, 1].map((share) => shareDone({ state: 'processing', step, share })),
    )
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})
