import { QueryClient, queryOptions } from '@tanstack/react-query'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { ApiError, call } from './api.ts'

const WORTH_ANOTHER_TRY = new Set<ApiError['code']>(['offline', 'unavailable', 'internal'])

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 3 && error instanceof ApiError && WORTH_ANOTHER_TRY.has(error.code),
    },
  },
})

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(accountRoutes.getMe, {}, signal),
})

export const fairQuery = queryOptions({
  queryKey: ['fair'],
  queryFn: ({ signal }) => call(fairRoutes.getFair, {}, signal),
  refetchInterval: 30_000,
})

export const programmeQuery = queryOptions({
  queryKey: ['programme'],
  queryFn: ({ signal }) => call(programmeRoutes.listSessions, {}, signal),
  refetchInterval: 60_000,
})

export const hallQuery = (hallId: string) =>
  queryOptions({
    queryKey: ['hall', hallId],
    queryFn: ({ signal }) => call(fairRoutes.getHall, { params: { hallId } }, signal),
  })

export const standQuery = (standId: string) =>
  queryOptions({
    queryKey: ['stand', standId],
    queryFn: ({ signal }) => call(fairRoutes.getStand, { params: { standId } }, signal),
  })

/** Begins the key of everything about enquiries: a change of one makes all of it stale. */
export const ENQUIRIES_KEY = ['enquiries'] as const
