import { lazy } from 'react'

export { AskLink } from './ask-link.tsx'

/** Fetched when somebody in a hall wants to ask. */
export const AskInHall = lazy(() =>
  import('./ask-in-hall.tsx').then(({ AskInHall: component }) => ({ default: component })),
)

/** Fetched for signed-in people: nobody else has enquiries. */
export const EnquiryWatch = lazy(() =>
  import('./enquiry-watch.tsx').then(({ EnquiryWatch: component }) => ({ default: component })),
)

/** Fetched for signed-in people as well. */
export const UnreadEnquiries = lazy(() =>
  import('./unread-enquiries.tsx').then(({ UnreadEnquiries: component }) => ({ default: component })),
)
