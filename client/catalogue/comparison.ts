import { z } from 'zod'
import { create } from 'zustand'
import { Id } from '#shared/model/ids.ts'

/** As many as fit side by side and can be held in mind. */
export const MOST_COMPARED = 4

const STORED_AS = 'fairloom.comparison'
const Stored = z.array(Id).max(MOST_COMPARED)

const load = (): string[] => {
  try {
    const parsed = Stored.safeParse(JSON.parse(localStorage.getItem(STORED_AS) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

interface Comparison {
  productIds: readonly string[]
}

/** The goods that this browser compares, in the order in which they were chosen. */
export const useComparison = create<Comparison>(() => ({ productIds: load() }))

useComparison.subscribe(({ productIds }) => localStorage.setItem(STORED_AS, JSON.stringify(productIds)))

/** The ids with this one added (where there is room) or taken out. */
export const toggled = (productIds: readonly string[], productId: string): readonly string[] => {
  if (productIds.includes(productId)) return productIds.filter((id) => id !== productId)
  return productIds.length < MOST_COMPARED ? [...productIds, productId] : productIds
}

/** The ids that a link names: known as ids, each once, no more than fit. */
export const comparedIn = (search: URLSearchParams): string[] => {
  const named = (search.get('products') ?? '').split(',').filter((id) => Id.safeParse(id).success)
  return [...new Set(named)].slice(0, MOST_COMPARED)
}

export const comparisonPath = (productIds: readonly string[]): string =>
  productIds.length > 0 ? `/compare?products=${productIds.join(',')}` : '/compare'

export const toggleCompared = (productId: string): void =>
  useComparison.setState(({ productIds }) => ({ productIds: toggled(productIds, productId) }))
