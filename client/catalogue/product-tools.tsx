import { CompareButton } from './compare-button.tsx'
import { FavouriteButton } from './favourite-button.tsx'

/** Keep and compare, for whoever looks at one product: on its page, or with it in hand in a hall. */
export const ProductTools = ({
  productId,
  name,
  size,
}: {
  productId: string
  name: string
  size?: number
}) => (
  <>
    <FavouriteButton productId={productId} name={name} {...(size !== undefined && { size })} />
    <CompareButton productId={productId} name={name} {...(size !== undefined && { size })} />
  </>
)
