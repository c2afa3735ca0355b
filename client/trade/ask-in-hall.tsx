import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { fairQuery } from '../net/queries.ts'
import { AskCompany } from './ask-company.tsx'
import classes from './ask-in-hall.module.css'

export interface AskInHallProps {
  standId: string
  /** The product that one has in hand. */
  productId: string | null
  /** Address of the hall, for a guest to come back to. */
  hallPath: string
  onClose(): void
}

/** True of a field whose list is open: Escape closes that first. Mantine marks it so. */
const hasOpenList = (target: EventTarget) =>
  target instanceof HTMLElement && target.dataset['mantineStopPropagation'] === 'true'

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
      classNames={{ title: classes.title ?? '' }}
      // The goods stay in sight.
      overlayProps={{ backgroundOpacity: 0.15 }}
      position="right"
      // A hall does not scroll; and what locks it would write a style that the content policy refuses.
      lockScroll={false}
      size={roomy ? 520 : '100%'}
      title={intl.formatMessage(
        { id: 'enquiry.to', defaultMessage: 'Enquiry to {company}' },
        { company: company.name },
      )}
      closeButtonProps={{
        'aria-label': intl.formatMessage({ id: 'showroom.panel.close', defaultMessage: 'Close' }),
      }}
      closeOnEscape={false}
      onKeyDown={(event) => {
        // Keys pressed here are words, not steps in the hall; and Escape closes this, not what is behind it.
        event.stopPropagation()
        if (event.key === 'Escape' && !hasOpenList(event.target)) onClose()
      }}
    >
      <AskCompany
        companyId={company.id}
        productId={productId ?? undefined}
        returnTo={`${hallPath}?${back.toString()}`}
      />
    </Drawer>
  )
}
