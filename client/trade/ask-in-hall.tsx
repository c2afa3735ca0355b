import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { fairQuery } from '../net/queries.ts'
import { AskCompany } from './ask-company.tsx'

export interface AskInHallProps {
  standId: string
  /** The product that one has in hand. */
  productId: string | null
  /** Address of the hall, for a guest to come back to. */
  hallPath: string
  onClose(): void
}

/** The enquiry form at the side of the hall, so that one doesn't leave it. */
export const AskInHall = ({ standId, productId, hallPath, onClose }: AskInHallProps) => {
  const intl = useIntl()
  const roomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  const { data: fair } = useQuery(fairQuery)
  const company = fair?.stands.find(({ id }) => id === standId)?.company
  if (!company) return null
  const back = new URLSearchParams({
    stand: standId,
    ask: standId,
    ...(productId && { product: productId }),
  })
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={roomy ? 520 : '100%'}
      title={intl.formatMessage(
        { id: 'enquiry.to', defaultMessage: 'Enquiry to {company}' },
        { company: company.name },
      )}
      closeButtonProps={{
        'aria-label': intl.formatMessage({ id: 'showroom.panel.close', defaultMessage: 'Close' }),
      }}
      // Keys pressed here are words, not steps in the hall.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <AskCompany
        companyId={company.id}
        productId={productId ?? undefined}
        returnTo={`${hallPath}?${back.toString()}`}
      />
    </Drawer>
  )
}
