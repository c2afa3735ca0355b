import { Skeleton } from '@mantine/core'
import { useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { FoundProduct } from '#shared/protocol/search.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import { useTerm, useUnit } from '../ui-kit/trade-terms.ts'
import { CompareButton } from './compare-button.tsx'
import { FavouriteButton } from './favourite-button.tsx'
import classes from './product-tiles.module.css'

const EAGER = 4

/** Structure and weight in a line; nothing where a product has neither. */
const useFigures = () => {
  const intl = useIntl()
  const term = useTerm()
  const unit = useUnit()
  return ({ kind, structure, weightGsm }: FoundProduct): string =>
    [
      structure ? term('structure', structure) : kind === 'fabric' ? '' : term('kind', kind),
      weightGsm === null ? '' : `${intl.formatNumber(weightGsm)} ${unit('g/m²')}`,
    ]
      .filter(Boolean)
      .join(' · ')
}

/** Goods as pictures with name, company and figures; each can be kept and compared. */
export const ProductTiles = ({
  products,
  withCompany = true,
}: {
  products: readonly FoundProduct[]
  withCompany?: boolean
}) => {
  const local = useLocalText()
  const figuresOf = useFigures()
  return (
    <ul className={classes.grid}>
      {products.map((product, at) => (
        <li key={product.id} className={classes.tile}>
          <Link className={classes.link} to={`/products/${product.id}`}>
            <Poster product={product} eager={at < EAGER} />
            <span className={classes.name}>{local(product.name)}</span>
          </Link>
          <div className={classes.tools}>
            <FavouriteButton productId={product.id} name={local(product.name)} size={40} />
            <CompareButton productId={product.id} name={local(product.name)} size={40} />
          </div>
          <p className={classes.figures}>{figuresOf(product)}</p>
          {withCompany && (
            <p className={classes.company}>
              <Link to={`/companies/${product.company.id}`}>{product.company.name}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** As many empty tiles as fill a screen. */
export const TileSkeletons = () => (
  <div className={classes.grid} aria-hidden>
    {Array.from({ length: 8 }, (_, at) => (
      <div key={at}>
        <Skeleton radius={2} className={classes.picture ?? ''} />
        <Skeleton height={14} width="70%" mt={12} radius={2} />
        <Skeleton height={12} width="45%" mt={8} radius={2} />
      </div>
    ))}
  </div>
)
