import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorText } from './error-text.tsx'

/** A query's data once it is there; until then a skeleton, or the error with a way on. */
export const Loaded = <T,>({
  query,
  children,
}: {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorText error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Stack gap="md" aria-busy="true" py="xl">
      <Skeleton height={28} width="40%" radius={2} />
      <Skeleton height={16} width="70%" radius={2} />
      <Skeleton height={220} radius={2} />
    </Stack>
  )
}
