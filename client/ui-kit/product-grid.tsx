import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { ProductCard } from '#shared/model/cards.ts'
import { useLocalText } from './local-text.ts'
import { Poster } from './poster.tsx'
import classes from './product-grid.module.css'

/** Goods as pictures with their names, and tools over each where asked for; an empty list says so. */
export const ProductGrid = ({
  products,
  renderTools,
}: {
  products: readonly ProductCard[]
  renderTools?: (product: ProductCard) => ReactNode
}) => {
  const local = useLocalText()
  if (products.length === 0)
    return (
      <p className={classes.none}>
        <FormattedMessage
          id="products.none"
          defaultMessage="Nothing is shown here yet. Come back during the fair."
        />
      </p>
    )
  return (
    <ul className={classes.grid}>
      {products.map((product) => (
        <li key={product.id} className={classes.item}>
          <Link className={classes.link} to={`/products/${product.id}`}>
            <Poster product={product} />
            <span className={classes.name}>{local(product.name)}</span>
          </Link>
          {renderTools && <div className={classes.tools}>{renderTools(product)}</div>}
        </li>
      ))}
    </ul>
  )
}
