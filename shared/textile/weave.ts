import type { Structure } from '#shared/model/product-composition.ts'

/** A weave as its draft: `up[pick][end]` is 1 where the warp lies over the weft on the face. */
export type Draft = { ends: number; picks: number; up: readonly (readonly (0 | 1)[])[]; basisEnds: number }

const draftOf = (
  ends: number,
  picks: number,
  isUp: (end: number, pick: number) => boolean,
  basisEnds = ends,
): Draft => ({
  ends,
  picks,
  basisEnds,
  up: Array.from({ length: picks }, (_, pick) =>
    Array.from({ length: ends }, (_, end) => (isUp(end, pick) ? 1 : 0)),
  ),
})

const modulo = (value: number, divisor: number) => ((value % divisor) + divisor) % divisor

const PLAIN = draftOf(2, 2, (end, pick) => (end + pick) % 2 === 0)

/** Twill: `over` ends up, `under` down, stepping one end a pick; Z runs up to the right on the face. */
export const twill = (over: number, under: number, direction: 'S' | 'Z' = 'Z'): Draft => {
  const repeat = over + under
  const step = direction === 'Z' ? 1 : -1
  return draftOf(repeat, repeat, (end, pick) => modulo(end - step * pick, repeat) < over)
}

/** Warp-faced satin: each pick goes over one end, `step` ends further on; `step` and `ends` share no divisor. */
export const satin = (ends: number, step: number): Draft =>
  draftOf(ends, ends, (end, pick) => end !== modulo(pick * step, ends))

/** Herringbone: 2/2 twill that turns every `width` ends with a clean break. */
export const herringbone = (width = 12): Draft =>
  draftOf(
    width * 2,
    4,
    (end, pick) => (end < width ? modulo(end - pick, 4) < 2 : modulo(end + pick, 4) >= 2),
    4,
  )

const basket = (threads: number): Draft =>
  draftOf(
    threads * 2,
    threads * 2,
    (end, pick) => (Math.floor(end / threads) + Math.floor(pick / threads)) % 2 === 0,
  )

/** Ripstop: plain, with two threads woven as one every `spacing` threads both ways. */
const ripstop = (spacing: number): Draft =>
  draftOf(spacing, spacing, (end, pick) => (Math.max(end, 1) + Math.max(pick, 1)) % 2 === 0, 2)

/** A small dobby: lozenges of 2/2 twill, 8 by 8. */
const dobby = (): Draft =>
  draftOf(8, 8, (end, pick) => modulo((end < 4 ? end : 7 - end) + (pick < 4 ? pick : 7 - pick), 4) < 2)

/** The draft of a woven structure; `direction` matters to twills. Knits have none. */
export const draftFor = (structure: Structure, direction: 'S' | 'Z' = 'Z'): Draft | undefined => {
  switch (structure) {
    case 'plain':
    case 'poplin':
    case 'terryLoop':
      return PLAIN
    case 'oxford':
      // Two fine ends together over one thick pick.
      return draftOf(4, 2, (end, pick) => (Math.floor(end / 2) + pick) % 2 === 0)
    case 'twill21':
      return twill(2, 1, direction)
    case 'twill31':
      return twill(3, 1, direction)
    case 'twill22':
      return twill(2, 2, direction)
    case 'herringbone':
      return herringbone()
    case 'satin5':
      return satin(5, 2)
    case 'satin8':
    case 'jacquard':
      return satin(8, 3)
    case 'basket':
      return basket(2)
    case 'ripstop':
      return ripstop(16)
    case 'dobby':
      return dobby()
    default:
      return undefined
  }
}

/** Interlacings per end of one repeat, mean over ends: how often warp changes from face to back. */
export const interlacingsPerRepeat = (draft: Draft): number => {
  let changes = 0
  for (let end = 0; end < draft.ends; end++)
    for (let pick = 0; pick < draft.picks; pick++)
      if (draft.up[pick]?.[end] !== draft.up[(pick + 1) % draft.picks]?.[end]) changes++
  return changes / draft.ends
}
