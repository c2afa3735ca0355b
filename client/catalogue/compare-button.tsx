import { ActionIcon } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import { MOST_COMPARED, toggleCompared, useComparison } from './comparison.ts'

/** Lays a product beside others for comparison, or takes it away again. */
export const CompareButton = ({
  productId,
  name,
  size = 44,
}: {
  productId: string
  name: string
  size?: number
}) => {
  const intl = useIntl()
  const productIds = useComparison((state) => state.productIds)
  const isCompared = productIds.includes(productId)
  const isFull = !isCompared && productIds.length >= MOST_COMPARED
  const label = isFull
    ? intl.formatMessage(
        {
          id: 'compare.full',
          defaultMessage: 'You compare {count} already: take one out first',
        },
        { count: MOST_COMPARED },
      )
    : isCompared
      ? intl.formatMessage({ id: 'compare.takeOut', defaultMessage: 'No longer compare {name}' }, { name })
      : intl.formatMessage({ id: 'compare.add', defaultMessage: 'Compare {name}' }, { name })
  return (
    <ActionIcon
      variant={isCompared ? 'filled' : 'white'}
      color={isCompared ? 'indigo' : 'ink.9'}
      size={size}
      aria-pressed={isCompared}
      aria-disabled={isFull}
      aria-label={label}
      title={label}
      onClick={() => toggleCompared(productId)}
    >
      <IconColumns3 size={20} />
    </ActionIcon>
  )
}
