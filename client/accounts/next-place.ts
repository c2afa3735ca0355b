/** Where to go after signing in: the path in `?next=`, or the start. Only paths of this fair are followed. */
export const nextPlace = (search: string): string => {
  const next = new URLSearchParams(search).get('next') ?? ''
  // `//host` and `/\host` are other sites to a browser.
  if (!/^\/(?![/\\])/.test(next)) return '/'
  const base = 'http://fair.invalid'
  const parsed = URL.canParse(next, base) ? new URL(next, base) : undefined
  return parsed?.origin === base ? `${parsed.pathname}${parsed.search}${parsed.hash}` : '/'
}
