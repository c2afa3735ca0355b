import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link, useLocation } from 'react-router'
import type { Me } from '#shared/protocol/accounts.ts'
import { meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'

interface CompanyGateProps {
  children: (companyId: string, me: Me) => ReactNode
  /** Organisers help out at any company's goods and stands. */
  organiserToo?: boolean
}

/** Shows the desk to people of a company; tells others how to become one. */
export const CompanyGate = ({ children, organiserToo = false }: CompanyGateProps) => {
  const me = useQuery(meQuery)
  const { pathname } = useLocation()
  return (
    <Loaded query={me}>
      {(data) => {
        if (data.principal.companyId) return children(data.principal.companyId, data)
        if (organiserToo && data.lanyard === 'organiser') return children('', data)
        if (!data.email)
          return (
            <>
              <Text my="lg" maw="62ch">
                <FormattedMessage
                  id="exhibitor.gate.signIn"
                  defaultMessage="This is a company’s own desk. Sign in with the account that works for it."
                />
              </Text>
              <Button component={Link} to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
                <FormattedMessage id="accounts.signIn.action" defaultMessage="Sign in" />
              </Button>
            </>
          )
        return (
          <>
            <Text my="lg" maw="62ch">
              <FormattedMessage
                id="exhibitor.gate.noCompany"
                defaultMessage="You do not work for a company here yet. Found one, or ask a colleague to invite you to theirs."
              />
            </Text>
            <Button component={Link} to="/profile">
              <FormattedMessage id="exhibitor.gate.found" defaultMessage="Found a company" />
            </Button>
          </>
        )
      }}
    </Loaded>
  )
}
