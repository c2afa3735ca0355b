import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Enquiry } from '#shared/protocol/trade.ts'
import { productQuery } from '../net/goods-queries.ts'
import { DataSheet } from '../ui-kit/data-sheet.tsx'
import { useErrorSentence } from '../ui-kit/error-text.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import classes from './enquiry-page.module.css'

type Line = Enquiry['lines'][number]

/** The data sheet, read when somebody opens it. */
const Sheet = ({ productId }: { productId: string }) => {
  const sentence = useErrorSentence()
  const [open, setOpen] = useState(false)
  const { data, error } = useQuery({ ...productQuery(productId), enabled: open })
  return (
    <details className={classes.sheet} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <FormattedMessage id="product.data" defaultMessage="Data sheet" />
      </summary>
      {data && <DataSheet spec={data.spec} />}
      {!data && error && sentence(error)}
      {!data && !error && open && <Skeleton height={160} />}
    </details>
  )
}

const GoodsLine = ({ line }: { line: Line }) => {
  const intl = useIntl()
  const local = useLocalText()
  const term = useTerm()
  const { product, articleNumber, colourway, quantity, unit, productId } = line
  return (
    <li>
      {product ? <Poster product={product} /> : <span />}
      <div>
        {product?.published ? (
          <Link to={`/products/${productId}`}>{local(product.name)}</Link>
        ) : (
          <span>{product ? local(product.name) : articleNumber}</span>
        )}
        <div className={classes.small}>
          {articleNumber}
          {colourway !== null && (
            <>
              {' · '}
              <FormattedMessage
                id="enquiry.line.colourCode"
                defaultMessage="colour {code}"
                values={{ code: colourway }}
              />
            </>
          )}
        </div>
        {quantity !== null && (
          <div>
            {intl.formatNumber(quantity)} {term('unitShort', unit)}
          </div>
        )}
      </div>
      {product?.published && <Sheet productId={productId} />}
    </li>
  )
}

/** What is asked for, as pictures with quantities and data. */
export const EnquiryGoods = ({ lines }: { lines: readonly Line[] }) => (
  <ul className={classes.goods}>
    {lines.map((line, at) => (
      <GoodsLine key={`${line.productId}.${at}`} line={line} />
    ))}
  </ul>
)
