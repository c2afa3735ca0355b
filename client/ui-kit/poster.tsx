import { FormattedMessage } from 'react-intl'
import type { ProductCard } from '#shared/model/cards.ts'
import { useLocalText } from './local-text.ts'
import classes from './poster.module.css'

/** The still of a product, edge to edge at 3:4; quiet ground with a word while there is no picture yet. */
export const Poster = ({
  product,
  eager = false,
}: {
  product: Pick<ProductCard, 'name' | 'variants'>
  eager?: boolean
}) => {
  const local = useLocalText()
  const poster = product.variants.find(({ name }) => name === 'poster')
  if (!poster)
    return (
      <span className={classes.empty}>
        <FormattedMessage id="poster.pending" defaultMessage="Picture follows" />
      </span>
    )
  return (
    <img
      className={classes.poster}
      src={poster.url}
      alt={local(product.name)}
      width={768}
      height={1024}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}
