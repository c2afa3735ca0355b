import { allocate, costOf, type Demand } from './allocation.ts'

/** A viewer's estimate grows with what it receives, at most half above it: only a trial shows that more would fit. */
const TRIAL_MS = 3000
const FIRST_TRIAL_AFTER_MS = 2000
const LAST_TRIAL_AFTER_MS = 60_000
const LOSS_STOPS_TRIAL = 0.08
const LOSS_FORBIDS_TRIAL = 0.03
/** From this share of lost packets on, less is sent, whatever the estimate says. */
const LOSS_LOWERS = 0.12
const LOSS_WEIGHT = 0.3
/** Nothing below this is a useful estimate. */
const LEAST_BITS = 50_000
/** Losses alone take no more than this away: a radio that drops packets still carries one small picture. */
const LEAST_BITS_BY_LOSS = 160_000

/**
 * What fits through a viewer's line: by the estimate that it sends (REMB) and by the losses it reports. Where more is
 * wanted than the estimate allows, one step more is tried for three seconds; what fails is tried again later and later.
 */
export const createViewerLine = () => {
  let estimate = Infinity
  let loss = 0
  let lossCap = Infinity
  let trial: { untilMs: number; budget: number; fromEstimate: number } | undefined
  let trialAfterMs = FIRST_TRIAL_AFTER_MS
  let nextTrialMs = 0
  let lastCost = 0

  const endTrial = (worked: boolean, nowMs: number) => {
    trial = undefined
    trialAfterMs = worked ? FIRST_TRIAL_AFTER_MS : Math.min(LAST_TRIAL_AFTER_MS, trialAfterMs * 2)
    nextTrialMs = nowMs + (worked ? 0 : trialAfterMs)
  }

  const judgeTrial = (nowMs: number) => {
    if (!trial) return
    if (loss > LOSS_STOPS_TRIAL || estimate < trial.fromEstimate * 0.7) endTrial(false, nowMs)
    else if (nowMs >= trial.untilMs) endTrial(estimate >= trial.budget * 0.95, nowMs)
  }

  return {
    takeEstimate(bitsPerSecond: number): void {
      estimate = Math.max(LEAST_BITS, bitsPerSecond)
    },
    /** @param share of packets lost since the last report, 0 to 1 */
    takeLoss(share: number): void {
      loss += (share - loss) * LOSS_WEIGHT
      if (loss > LOSS_LOWERS) lossCap = Math.max(LEAST_BITS_BY_LOSS, lastCost * (1 - loss / 2))
      else if (lossCap !== Infinity) lossCap = loss < LOSS_FORBIDS_TRIAL ? lossCap * 1.08 : lossCap
    },
    get bitsPerSecond(): number {
      return Math.min(estimate, lossCap)
    },
    /** Shares the line; answers a layer for each demand, -1 for pause. `soundBits` go before pictures. */
    share(demands: readonly Demand[], soundBits: number, nowMs: number): number[] {
      judgeTrial(nowMs)
      const fits = Math.min(estimate, lossCap) - soundBits
      let levels = allocate(demands, Math.max(fits, trial?.budget ?? 0))
      const isShort = demands.some(({ rates }, index) => (levels[index] ?? -1) < rates.length - 1)
      if (isShort && !trial && nowMs >= nextTrialMs && loss < LOSS_FORBIDS_TRIAL) {
        const budget = nextStep(demands, levels)
        trial = { untilMs: nowMs + TRIAL_MS, budget, fromEstimate: Math.min(estimate, budget) }
        levels = allocate(demands, budget)
      }
      lastCost = costOf(demands, levels) + soundBits
      return levels
    },
  }
}

/** The cheapest budget by which one of the demands gets a layer more. */
const nextStep = (demands: readonly Demand[], levels: readonly number[]): number => {
  const now = costOf(demands, levels)
  const steps = demands.flatMap(({ rates }, index) => {
    const level = levels[index] ?? -1
    const next = rates[level + 1]
    return next === undefined ? [] : [next - (rates[level] ?? 0)]
  })
  return now + Math.min(...steps) * 1.15
}
