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

/** Asks for all that a hall's page begins with. What fails is asked for again, and told, by the page. */
export const prefetchHall = async (hallSlug: string | undefined): Promise<void> => {
  void queryClient.prefetchQuery(meQuery)
  const fair = await queryClient.ensureQueryData(fairQuery).catch(() => undefined)
  const hall = fair?.halls.find(({ slug }) => slug === hallSlug)
  if (hall) await queryClient.prefetchQuery(hallQuery(hall.id))
}

export const standQuery = (standId: string) =>
  queryOptions({
    queryKey: ['stand', standId],
    queryFn: ({ signal }) => call(fairRoutes.getStand, { params: { standId } }, signal),
  })

/** Begins the key of everything about enquiries: a change of one makes all of it stale. */
export const ENQUIRIES_KEY = ['enquiries'] as const
