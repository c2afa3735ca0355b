import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { meQuery } from '../net/queries.ts'

interface AskLinkProps {
  companyId: string
  productId?: string
  /** Where something else is the next thing to do. */
  quiet?: boolean
}

/** The way to the enquiry form; a company's own people don't ask themselves. */
export const AskLink = ({ companyId, productId, quiet = false }: AskLinkProps) => {
  const { data: me } = useQuery(meQuery)
  if (me?.principal.companyId === companyId) return null
  return (
    <Button
      component={Link}
      to={`/companies/${companyId}/enquiry${productId ? `?product=${productId}` : ''}`}
      {...(quiet && { variant: 'outline', color: 'ink.9' })}
    >
      <FormattedMessage id="enquiry.ask" defaultMessage="Ask for samples or a price" />
    </Button>
  )
}
