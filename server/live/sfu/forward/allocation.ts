/** What a viewer would like of one track. */
export interface Demand {
  /** Higher is served first: a shared screen before faces. */
  priority: number
  /** Bits per second of each layer, lowest first, up to the one that is wanted. */
  rates: readonly number[]
  /** The layer that is given now; -1 for none. */
  current: number
}

/** Going up needs this much more than staying: else it would flap. */
const ROOM_TO_GO_UP = 1.1

/**
 * Shares a viewer's line among the pictures: first each gets its lowest layer, by priority, as far as that goes; then
 * all grow together. Answers a layer for each demand; -1 where it must pause.
 * @param budget bits per second for pictures; sound is served before
 */
export const allocate = (demands: readonly Demand[], budget: number): number[] => {
  const levels = demands.map(() => -1)
  const order = demands
    .map((_, index) => index)
    .sort((a, b) => (demands[b]?.priority ?? 0) - (demands[a]?.priority ?? 0))
  let left = budget
  const raise = (index: number): boolean => {
    const demand = demands[index]
    const level = levels[index] ?? -1
    const next = demand?.rates[level + 1]
    if (!demand || next === undefined) return false
    const more = next - (demand.rates[level] ?? 0)
    if (more * (level + 1 > demand.current ? ROOM_TO_GO_UP : 1) > left) return false
    left -= more
    levels[index] = level + 1
    return true
  }
  for (const index of order) raise(index)
  for (let grew = true; grew;) {
    grew = false
    // The one that has least goes first; the sort keeps the order by priority among equals.
    for (const index of [...order].sort((a, b) => (levels[a] ?? 0) - (levels[b] ?? 0)))
      if ((levels[index] ?? -1) >= 0 && raise(index)) {
        grew = true
        break
      }
  }
  return levels
}

/** What all demands cost at given layers. */
export const costOf = (demands: readonly Demand[], levels: readonly number[]): number =>
  demands.reduce((sum, { rates }, index) => sum + (rates[levels[index] ?? -1] ?? 0), 0)
