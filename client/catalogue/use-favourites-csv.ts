import { defineMessages, useIntl } from 'react-intl'
import type { Favourite } from '#shared/protocol/favourites.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { useCountryName, useTerm } from '../ui-kit/trade-terms.ts'
import { csvOf } from './csv.ts'

const heads = defineMessages({
  article: { id: 'favourites.csv.article', defaultMessage: 'Article number' },
  name: { id: 'favourites.csv.name', defaultMessage: 'Product' },
  company: { id: 'favourites.csv.company', defaultMessage: 'Company' },
  place: { id: 'favourites.csv.place', defaultMessage: 'Place' },
  kind: { id: 'favourites.csv.kind', defaultMessage: 'Kind' },
  structure: { id: 'favourites.csv.structure', defaultMessage: 'Structure' },
  composition: { id: 'favourites.csv.composition', defaultMessage: 'Composition' },
  weight: { id: 'favourites.csv.weight', defaultMessage: 'Weight, g/m²' },
  link: { id: 'favourites.csv.link', defaultMessage: 'Link' },
  kept: { id: 'favourites.csv.kept', defaultMessage: 'Kept on' },
})

const download = (fileName: string, text: string) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

/** Saves favourites as a table in the reader's language. */
export const useFavouritesCsv = () => {
  const intl = useIntl()
  const local = useLocalText()
  const term = useTerm()
  const country = useCountryName()
  const row = (product: Favourite): string[] => [
    product.articleNumber,
    local(product.name),
    product.company.name,
    [product.company.city, country(product.company.country)].filter(Boolean).join(', '),
    term('kind', product.kind),
    product.structure ? term('structure', product.structure) : '',
    product.composition.map(({ fibre, percent }) => `${percent} % ${term('fibre', fibre)}`).join(', '),
    product.weightGsm === null ? '' : String(product.weightGsm),
    `${location.origin}/products/${product.id}`,
    product.keptAt.slice(0, 10),
  ]
  return (favourites: readonly Favourite[]): void =>
    download(
      'fairloom-favourites.csv',
      csvOf([Object.values(heads).map((head) => intl.formatMessage(head)), ...favourites.map(row)]),
    )
}
