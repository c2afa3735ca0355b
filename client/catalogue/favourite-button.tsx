import { ActionIcon } from '@mantine/core'
import { IconHeart, IconHeartFilled } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { favouriteRoutes, type Favourite } from '#shared/protocol/favourites.ts'
import { call } from '../net/api.ts'
import { useErrorSentence } from '../ui-kit/error-text.tsx'
import { favouritesQuery } from './catalogue-queries.ts'

/** Keeps a product, or lets it go. The server is told the state that is wanted, so a click that arrives twice counts once. */
const useFavourite = (productId: string) => {
  const client = useQueryClient()
  const { data } = useQuery(favouritesQuery)
  const change = useMutation({
    // One after the other: two quick clicks must arrive in their order.
    scope: { id: `favourite ${productId}` },
    mutationFn: (kept: boolean) =>
      call(favouriteRoutes.setFavourite, { params: { productId }, body: { kept } }),
    // The list is read again in either case: after a refusal it shows what is.
    onSettled: () => client.invalidateQueries({ queryKey: favouritesQuery.queryKey }),
  })
  const isListed = data?.favourites.some(({ id }: Favourite) => id === productId) ?? false
  const kept = change.isPending ? change.variables : isListed
  return { kept, change: change.mutate, error: change.error }
}

/** A heart that is full where the product is kept. */
export const FavouriteButton = ({
  productId,
  name,
  size = 44,
}: {
  productId: string
  name: string
  size?: number
}) => {
  const intl = useIntl()
  const sentence = useErrorSentence()
  const { kept, change, error } = useFavourite(productId)
  const label = kept
    ? intl.formatMessage({ id: 'favourite.drop', defaultMessage: 'Remove {name} from favourites' }, { name })
    : intl.formatMessage({ id: 'favourite.keep', defaultMessage: 'Keep {name} among favourites' }, { name })
  return (
    <ActionIcon
      variant="white"
      color={kept ? 'madder' : 'ink.9'}
      size={size}
      aria-pressed={kept}
      aria-label={error ? `${label}. ${sentence(error)}` : label}
      title={error ? sentence(error) : label}
      onClick={() => change(!kept)}
    >
      {kept ? <IconHeartFilled size={20} /> : <IconHeart size={20} />}
    </ActionIcon>
  )
}
