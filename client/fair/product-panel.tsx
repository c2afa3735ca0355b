import { Anchor, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { productQuery } from '../net/goods-queries.ts'
import { DataSheet } from '../ui-kit/data-sheet.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'

/** The data of the product that one has in hand, beside it. */
export const ProductPanel = ({ productId }: { productId: string }) => {
  const local = useLocalText()
  const query = useQuery(productQuery(productId))
  return (
    <Loaded query={query}>
      {(product) => (
        <>
          <Title order={2} fz={26}>
            {local(product.name)}
          </Title>
          <Text size="sm" c="ink.6" mb="sm">
            {product.company.name}
          </Text>
          <Text mb="md">{local(product.summary)}</Text>
          <DataSheet spec={product.spec} />
          <Anchor component={Link} to={`/products/${product.id}`} mt="md" display="block">
            <FormattedMessage id="productPanel.page" defaultMessage="Open as a page" />
          </Anchor>
        </>
      )}
    </Loaded>
  )
}
