import { createBrowserRouter, type Params, type RouteObject } from 'react-router'
import { prefetchHall } from '../net/queries.ts'
import { CrashPage, NotFoundPage } from './error-pages.tsx'
import { Shell } from './shell.tsx'

/** A page that is fetched when it is first visited. */
const page = (
  path: string,
  load: () => Promise<{ Page: React.ComponentType }>,
  /** Asks for the page's data while its code is still on the way. */
  prefetch?: (params: Params) => void,
): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).Page }),
  ...(prefetch && {
    loader: ({ params }: { params: Params }) => {
      prefetch(params)
      return null
    },
  }),
})

export const router = createBrowserRouter([
  {
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      {
        Component: Shell,
        children: [
          {
            ErrorBoundary: CrashPage,
            children: [
              page('/', () => import('../fair/start-page.tsx')),
              page('/plan', () => import('../fair/plan-page.tsx')),
              page('/exhibitors', () => import('../catalogue/exhibitors-page.tsx')),
              page('/products', () => import('../catalogue/products-page.tsx')),
              page('/compare', () => import('../catalogue/compare-page.tsx')),
              page('/favourites', () => import('../catalogue/favourites-page.tsx')),
              page('/programme', () => import('../programme/programme-page.tsx')),
              page('/companies/:companyId', () => import('../fair/company-page.tsx')),
              page('/companies/:companyId/enquiry', () => import('../trade/ask-page.tsx')),
              page('/enquiries', () => import('../trade/own-enquiries-page.tsx')),
              page('/enquiries/:enquiryId', () => import('../trade/enquiry-page.tsx')),
              page('/products/:productId', () => import('../fair/product-page.tsx')),
              page('/stands/:standSlug', () => import('../stand/stand-page.tsx')),
              page('/sign-in', () => import('../accounts/sign-in-page.tsx')),
              page('/sign-up', () => import('../accounts/sign-up-page.tsx')),
              page('/profile', () => import('../accounts/profile-page.tsx')),
              page('/setup', () => import('../accounts/setup-page.tsx')),
              page('/desk', () => import('../exhibitor/desk-page.tsx')),
              page('/desk/products/new', () => import('../exhibitor/new-product-page.tsx')),
              page('/desk/products/:productId', () => import('../exhibitor/edit-product-page.tsx')),
              page('/desk/stands/:standId', () => import('../exhibitor/edit-stand-page.tsx')),
              page('/desk/enquiries', () => import('../trade/inbox-page.tsx')),
              page('/desk/enquiries/:enquiryId', () => import('../trade/enquiry-page.tsx')),
              page('/organiser', () => import('../organiser/organiser-page.tsx')),
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
      page(
        '/halls/:hallSlug',
        () => import('../fair/hall-page.tsx'),
        ({ hallSlug }) => void prefetchHall(hallSlug),
      ),
    ],
  },
])
