import { createBrowserRouter, type Params, type RouteObject } from 'react-router'
import { prefetchHall } from '../net/queries.ts'
import { CrashPage, NotFoundPage } from './error-pages.tsx'
import { FULL_PAGES, PAGES } from './pages.ts'
import { Shell } from './shell.tsx'

/** What is asked for while a page's code is still on the way. */
const PREFETCHES: Record<string, (params: Params) => void> = {
  '/halls/:hallSlug': ({ hallSlug }) => void prefetchHall(hallSlug),
}

const routesOf = (pages: typeof PAGES): RouteObject[] =>
  Object.entries(pages).map(([path, load]) => ({
    path,
    lazy: async () => ({ Component: (await load()).Page }),
    loader: ({ params }) => {
      PREFETCHES[path]?.(params)
      return null
    },
  }))

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
            children: [...routesOf(PAGES), { path: '*', Component: NotFoundPage }],
          },
        ],
      },
      ...routesOf(FULL_PAGES),
    ],
  },
])
