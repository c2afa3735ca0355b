import { lazy } from 'react'

/** Fetched beside the page, not before it. */
export const SessionSoon = lazy(() =>
  import('./session-soon.tsx').then(({ SessionSoon: component }) => ({ default: component })),
)
