import { defineMessages, useIntl } from 'react-intl'
import type { Favourite } from '#shared/protocol/favourites.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { useSaveCsv } from '../ui-kit/save-file.ts'
import { useCountryName, useTerm } from '../ui-kit/trade-terms.ts'

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

/** Saves favourites as a table in the reader's language. */
export const useFavouritesCsv = () => {
  const intl = useIntl()
  const local = useLocalText()
  const term = useTerm()
  const country = useCountryName()
  const save = useSaveCsv()
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
    save('fairloom-favourites.csv', [
      Object.values(heads).map((head) => intl.formatMessage(head)),
      ...favourites.map(row),
    ])
}
