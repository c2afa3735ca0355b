/** The value below which this share of all lies; NaN of none, which meets no bar. */
export const percentile = (values: Iterable<number>, share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))
