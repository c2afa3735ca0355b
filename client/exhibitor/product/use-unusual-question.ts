import { useIntl } from 'react-intl'
import type { UnusualValue } from '#shared/model/product.ts'
import { useCountryName, useUnit } from '../../ui-kit/trade-terms.ts'

/** A warning as a question: the exhibitor knows better, but may have slipped. */
export const useUnusualQuestion = () => {
  const intl = useIntl()
  const unit = useUnit()
  const country = useCountryName()
  return ({ code, values }: UnusualValue): string => {
    if (code === 'unusual_value')
      return intl.formatMessage(
        {
          id: 'exhibitor.unusual.value',
          defaultMessage:
            'Is {value, number} right? It is usually {usualMin, number} to {usualMax, number} {unit}.',
        },
        { ...values, unit: unit(String(values['unit'] ?? '')) },
      )
    if (code === 'sea_term_from_landlocked')
      return intl.formatMessage(
        {
          id: 'exhibitor.unusual.seaTerm',
          defaultMessage:
            '{term} is for sea ports and {country} has none. Do you deliver to a port abroad? Otherwise FCA or CPT fits.',
        },
        { ...values, country: country(String(values['country'] ?? '')) },
      )
    if (code === 'price_rises_with_quantity')
      return intl.formatMessage(
        {
          id: 'exhibitor.unusual.price',
          defaultMessage: 'Is it right that the larger quantity costs more ({price} after {before})?',
        },
        values,
      )
    return intl.formatMessage({
      id: 'exhibitor.unusual.other',
      defaultMessage: 'Is this right? It is unusual.',
    })
  }
}
