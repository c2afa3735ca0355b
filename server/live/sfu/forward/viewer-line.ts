import { allocate, costOf, type Demand } from './allocation.ts'
import { createQueueWatch } from './queue-watch.ts'

/** A viewer's estimate grows slowly and by what it receives: only a trial shows soon that more would fit. */
const TRIAL_MS = 2500
const FIRST_TRIAL_AFTER_MS = 2000
const LAST_TRIAL_AFTER_MS = 60_000
/** Somebody who sees nothing at all of a picture would rather have it tried more often. */
const LAST_TRIAL_OF_PAUSED_MS = 10_000
/** A picture that went on until now is tried again sooner: most likely a machine was busy. */
const TRIAL_OF_NEWLY_PAUSED_MS = 1000
/** After a trial that went well the next one asks for twice as much, after one that failed for a layer more. */
const STRIDE = 2
/** Going up needs a little more than its cost, see `allocate`. */
const TRIAL_ROOM = 1.15
const LOSS_STOPS_TRIAL = 0.08
const LOSS_FORBIDS_TRIAL = 0.03
/** What trials proved holds until packets queue or are lost; then it shrinks to this, again after each such second. */
const PROOF_SHRINKS_TO = 0.7
const PROOF_SHRINKS_EVERY_MS = 1000
/** A round trip that is longer than usual by so much: packets queue. */
const QUEUE_MS = 120
/** A queue that stays so long is a narrow line; a shorter one may be a busy machine, and pauses nothing. */
const QUEUE_PAUSES_AFTER_MS = 3000
/** From this share of lost packets on, less is sent, whatever the estimate says. */
const LOSS_LOWERS = 0.12
const LOSS_WEIGHT = 0.3
/** Pictures that take no more than this are sent in any case: to pause them would help no line that carries sound. */
const LEAST_BITS = 60_000
/** Losses alone take no more than this away: a radio that drops packets still carries one small picture. */
const LEAST_BITS_BY_LOSS = 160_000

/**
 * What fits through a viewer's line: by the estimate that it sends (REMB), the losses it reports, and the queue that
 * its round trips show. Where more is wanted than the estimate allows, more is tried for some seconds; what fails is
 * tried again later and later. What a trial proved counts more than the estimate, and what flows without a queue is not
 * paused for it: a machine that was busy for a second says for a minute that its line is narrow.
 */
export const createViewerLine = () => {
  const queue = createQueueWatch()
  let estimate = Infinity
  /** Bits per second of pictures that went through without a queue. */
  let proven = 0
  let shrunkMs = -Infinity
  let loss = 0
  let lossCap = Infinity
  let trial: { untilMs: number; budget: number; fromEstimate: number } | undefined
  let trialAfterMs = FIRST_TRIAL_AFTER_MS
  let nextTrialMs = 0
  let stride = STRIDE
  let lastCost = 0
  /** Without what is tried. */
  let hasPaused = false
  /** When it was last known that nothing queues or is lost. */
  let clearMs = -Infinity

  const endTrial = (worked: boolean, nowMs: number) => {
    const last = hasPaused ? LAST_TRIAL_OF_PAUSED_MS : LAST_TRIAL_AFTER_MS
    trialAfterMs = worked ? FIRST_TRIAL_AFTER_MS : Math.min(last, trialAfterMs * 2)
    nextTrialMs = nowMs + (worked ? 0 : trialAfterMs)
    // It is known where this queue comes from: what was brought back goes at once.
    if (!worked && hasPaused) clearMs = -Infinity
    stride = worked ? STRIDE : 1
    trial = undefined
  }

  const isOverfull = (nowMs: number) => loss > LOSS_STOPS_TRIAL || (queue.delayMs(nowMs) ?? 0) > QUEUE_MS

  const judgeTrial = (nowMs: number) => {
    if (!trial) return
    const isQueueKnown = queue.delayMs(nowMs) !== undefined
    const fell = !isQueueKnown && estimate < trial.fromEstimate * 0.7
    if (isOverfull(nowMs) || fell) endTrial(false, nowMs)
    else if (nowMs >= trial.untilMs) {
      if (isQueueKnown) proven = Math.max(proven, trial.budget)
      endTrial(isQueueKnown || estimate >= trial.budget * 0.95, nowMs)
    }
  }

  const shrinkProof = (nowMs: number) => {
    if (!isOverfull(nowMs) || nowMs - shrunkMs < PROOF_SHRINKS_EVERY_MS) return
    proven *= PROOF_SHRINKS_TO
    shrunkMs = nowMs
  }

  /** Bits per second that go on in any case: each picture that flows, at its smallest. */
  const heldBits = (demands: readonly Demand[], nowMs: number): number => {
    if (queue.delayMs(nowMs) !== undefined && !isOverfull(nowMs)) clearMs = nowMs
    if (nowMs - clearMs >= QUEUE_PAUSES_AFTER_MS) return LEAST_BITS
    const smallest = demands.map(({ current }) => Math.min(current, 0))
    return Math.max(LEAST_BITS, costOf(demands, smallest))
  }

  return {
    takeEstimate(bitsPerSecond: number): void {
      estimate = bitsPerSecond
    },
    /** @param share of packets lost since the last report, 0 to 1 */
    takeLoss(share: number): void {
      loss += (share - loss) * LOSS_WEIGHT
      if (loss > LOSS_LOWERS) lossCap = Math.max(LEAST_BITS_BY_LOSS, lastCost * (1 - loss / 2))
      else if (lossCap !== Infinity) lossCap = loss < LOSS_FORBIDS_TRIAL ? lossCap * 1.08 : lossCap
    },
    takeRoundTrip: queue.take,
    get bitsPerSecond(): number {
      return Math.min(Math.max(estimate, proven), lossCap)
    },
    /** Shares the line; answers a layer for each demand, -1 for pause. `soundBits` go before pictures. */
    share(demands: readonly Demand[], soundBits: number, nowMs: number): number[] {
      judgeTrial(nowMs)
      shrinkProof(nowMs)
      const fits = Math.min(Math.max(estimate - soundBits, proven), lossCap - soundBits)
      let levels = allocate(demands, Math.max(fits, heldBits(demands, nowMs), trial?.budget ?? 0))
      if (!trial) {
        const isStopped = demands.some(({ current }, index) => current >= 0 && levels[index] === -1)
        // Not at once: what made the queue would make the trial fail.
        if (isStopped && !hasPaused) nextTrialMs = nowMs + TRIAL_OF_NEWLY_PAUSED_MS
        hasPaused = levels.includes(-1)
      }
      const isShort = demands.some(({ rates }, index) => (levels[index] ?? -1) < rates.length - 1)
      if (isShort && !trial && nowMs >= nextTrialMs && loss < LOSS_FORBIDS_TRIAL) {
        const budget = Math.max(nextStep(demands, levels), costOf(demands, levels) * stride * TRIAL_ROOM)
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
  return now + Math.min(...steps) * TRIAL_ROOM
}
