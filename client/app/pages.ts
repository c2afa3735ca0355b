import type { ComponentType } from 'react'

type LoadPage = () => Promise<{ Page: ComponentType }>

/** Pages within the shell, by address; each is fetched when it is first visited. */
export const PAGES: Record<string, LoadPage> = {
  '/': () => import('../fair/start-page.tsx'),
  '/plan': () => import('../fair/plan-page.tsx'),
  '/exhibitors': () => import('../catalogue/exhibitors-page.tsx'),
  '/products': () => import('../catalogue/products-page.tsx'),
  '/compare': () => import('../catalogue/compare-page.tsx'),
  '/favourites': () => import('../catalogue/favourites-page.tsx'),
  '/programme': () => import('../programme/programme-page.tsx'),
  '/companies/:companyId': () => import('../fair/company-page.tsx'),
  '/companies/:companyId/enquiry': () => import('../trade/ask-page.tsx'),
  '/enquiries': () => import('../trade/own-enquiries-page.tsx'),
  '/enquiries/:enquiryId': () => import('../trade/enquiry-page.tsx'),
  '/products/:productId': () => import('../fair/product-page.tsx'),
  '/stands/:standSlug': () => import('../stand/stand-page.tsx'),
  '/live/:room': () => import('../live/room-page.tsx'),
  '/sessions/:sessionId': () => import('../sessions/session-page.tsx'),
  '/sessions/:sessionId/desk': () => import('../sessions/desk/session-desk-page.tsx'),
  '/sign-in': () => import('../accounts/sign-in-page.tsx'),
  '/sign-up': () => import('../accounts/sign-up-page.tsx'),
  '/profile': () => import('../accounts/profile-page.tsx'),
  '/setup': () => import('../accounts/setup-page.tsx'),
  '/desk': () => import('../exhibitor/desk-page.tsx'),
  '/desk/products/new': () => import('../exhibitor/new-product-page.tsx'),
  '/desk/products/:productId': () => import('../exhibitor/edit-product-page.tsx'),
  '/desk/stands/:standId': () => import('../exhibitor/edit-stand-page.tsx'),
  '/desk/enquiries': () => import('../trade/inbox-page.tsx'),
  '/desk/enquiries/:enquiryId': () => import('../trade/enquiry-page.tsx'),
  '/organiser': () => import('../organiser/organiser-page.tsx'),
}

/** Pages that fill the window. */
export const FULL_PAGES: Record<string, LoadPage> = {
  '/halls/:hallSlug': () => import('../fair/hall-page.tsx'),
  '/sessions/:sessionId/stage': () => import('../sessions/recording/stage-page.tsx'),
}
