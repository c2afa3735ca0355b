import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { FoundExhibitor } from '#shared/protocol/search.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import { useCountryName, useTerm } from '../ui-kit/trade-terms.ts'
import classes from './exhibitor-rows.module.css'

const Row = ({ exhibitor }: { exhibitor: FoundExhibitor }) => {
  const local = useLocalText()
  const term = useTerm()
  const country = useCountryName()
  const { id, name, city, kinds, products, stands, pictures } = exhibitor
  const shown = kinds.map((kind) => term('kind', kind)).join(', ')
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Link className={classes.name} to={`/companies/${id}`}>
          {name}
        </Link>
        <p className={classes.place}>{[city, country(exhibitor.country)].filter(Boolean).join(', ')}</p>
        <p className={classes.shows}>
          {products > 0 && (
            <FormattedMessage
              id="exhibitors.shows"
              defaultMessage="{kinds}: {count, plural, one {# product} other {# products}}"
              values={{ kinds: shown, count: products }}
            />
          )}
        </p>
        <p className={classes.stands}>
          {stands.map(({ slug, number }) => (
            <Link key={slug} to={`/stands/${slug}`}>
              <FormattedMessage id="exhibitors.stand" defaultMessage="Stand {number}" values={{ number }} />
            </Link>
          ))}
        </p>
      </div>
      <div className={classes.pictures}>
        {pictures.map((product) => (
          <Link key={product.id} to={`/products/${product.id}`} title={local(product.name)}>
            <Poster product={product} />
          </Link>
        ))}
      </div>
    </li>
  )
}

/** Exhibitors with where they come from, what they show, and a few of their goods. */
export const ExhibitorRows = ({ exhibitors }: { exhibitors: readonly FoundExhibitor[] }) => (
  <ul className={classes.list}>
    {exhibitors.map((exhibitor) => (
      <Row key={exhibitor.id} exhibitor={exhibitor} />
    ))}
  </ul>
)
