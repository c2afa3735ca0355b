const two = (value: number) => String(value).padStart(2, '0')

/** A moment (ISO 8601) as a `datetime-local` input writes it: the wall clock of whoever looks, to the minute. */
export const toLocalTime = (instant: string): string => {
  const at = new Date(instant)
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The moment that such an input means, in UTC; empty while it is not filled in. */
export const fromLocalTime = (local: string): string => {
  const at = new Date(local)
  return local === '' || Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
