import { z } from 'zod'
import { QualityChoice, QualityTier } from './quality.ts'
import type { Visit } from './visit.ts'

const STORED_AS = 'fairloom.showroom'

const DeviceMemory = z.object({
  /** Chosen by hand, or left to measurement. */
  choice: QualityChoice.default('auto'),
  /** Where measuring has come to; the next visit begins there. */
  tier: QualityTier.optional(),
  /** Nobody needs to be told twice how to walk. */
  canWalk: z.boolean().default(false),
})
export type DeviceMemory = z.infer<typeof DeviceMemory>

type KeptText = Pick<Storage, 'getItem' | 'setItem'>

/** What this device is remembered by from visit to visit. */
export function recall(storage: KeptText = localStorage): DeviceMemory {
  try {
    return DeviceMemory.parse(JSON.parse(storage.getItem(STORED_AS) ?? '{}'))
  } catch {
    return DeviceMemory.parse({})
  }
}

export function remember(change: Partial<DeviceMemory>, storage: KeptText = localStorage): void {
  try {
    storage.setItem(STORED_AS, JSON.stringify({ ...recall(storage), ...change }))
  } catch {
    // Without storage the next visit is as the first one.
  }
}

/** Remembers what is chosen and measured from now on, until the returned function is called. */
export function rememberQuality(visit: Visit, storage?: KeptText): () => void {
  return visit.store.subscribe((now, before) => {
    if (now.choice === before.choice && now.tier === before.tier) return
    remember({ choice: now.choice, ...(now.choice === 'auto' && { tier: now.tier }) }, storage)
  })
}
