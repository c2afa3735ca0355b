import type { AssetNote } from '#shared/model/asset.ts'
import { info, warning } from './asset-failure.ts'
import { TARGETS, type VariantFile } from './optimise.ts'

const SHOWN = ['preview', 'web', 'detail'] as const

/** Which publishing targets are met, for the variants that the exhibitor judges. */
export const targetNotes = (variants: readonly VariantFile[], trianglesIn: number): AssetNote[] => {
  const notes: AssetNote[] = []
  for (const name of SHOWN) {
    const variant = variants.find((candidate) => candidate.name === name)
    if (variant === undefined) continue
    const { bytes, triangles } = variant
    const limit = TARGETS[name]
    const isMet = bytes <= limit.bytes && triangles <= limit.triangles
    const limits = { limitBytes: limit.bytes, limitTriangles: limit.triangles }
    notes.push(
      isMet
        ? info('target_met', { variant: name, bytes, triangles })
        : warning('target_missed', { variant: name, bytes, triangles, ...limits }),
    )
    if (name === 'web' && triangles < trianglesIn) {
      notes.push(info('triangles_reduced', { before: trianglesIn, after: triangles }))
    }
  }
  return notes
}
