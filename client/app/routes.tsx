import { createBrowserRouter, type RouteObject } from 'react-router'
import { CrashPage, NotFoundPage } from './error-pages.tsx'
import { FULL_PAGES, PAGES } from './pages.ts'
import { Shell } from './shell.tsx'

const routesOf = (pages: typeof PAGES): RouteObject[] =>
  Object.entries(pages).map(([path, load]) => ({
    path,
    lazy: async () => ({ Component: (await load()).Page }),
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
