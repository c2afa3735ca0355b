export type Tick = { mm: number; kind: 'cm' | 'half' | 'mm' }

/** Marks of a ruler from 0 to `lengthMm`: one each millimetre, longer at five and at whole centimetres. */
export const rulerTicks = (lengthMm: number): Tick[] =>
  Array.from({ length: Math.floor(lengthMm) + 1 }, (_, mm) => ({
    mm,
    kind: mm % 10 === 0 ? 'cm' : mm % 5 === 0 ? 'half' : 'mm',
  }))

/** A CSS inch is 96 px, whatever the screen; until somebody calibrates, that is all we know. */
export const NOMINAL_PX_PER_MM = 96 / 25.4

/** Width of a bank card, ISO/IEC 7810 ID-1. */
export const CARD_WIDTH_MM = 85.6
export const CARD_HEIGHT_MM = 53.98

/** CSS pixels a millimetre of the screen, from the width at which a drawn card is as wide as a real one. */
export const pxPerMmFromCard = (cardWidthPx: number): number => cardWidthPx / CARD_WIDTH_MM
