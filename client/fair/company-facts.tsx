import { Anchor } from '@mantine/core'
import { defineMessages, useIntl } from 'react-intl'
import type { Company } from '#shared/protocol/catalogue.ts'
import { SheetRow } from '../ui-kit/data-sheet-trade.tsx'
import classes from './company-page.module.css'

const labels = defineMessages({
  address: { id: 'company.address', defaultMessage: 'Address' },
  founded: { id: 'company.founded', defaultMessage: 'Founded' },
  languages: { id: 'company.languages', defaultMessage: 'Languages' },
  website: { id: 'company.website', defaultMessage: 'Website' },
})

/** Address, age, languages and website, as far as the company states them. */
export const CompanyFacts = ({ company }: { company: Company }) => {
  const intl = useIntl()
  const { address, founded, languages, website } = company
  const language = (code: string) => intl.formatDisplayName(code, { type: 'language' }) ?? code
  return (
    <dl className={classes.facts}>
      {address && <SheetRow label={intl.formatMessage(labels.address)}>{address}</SheetRow>}
      {founded !== null && <SheetRow label={intl.formatMessage(labels.founded)}>{String(founded)}</SheetRow>}
      {languages.length > 0 && (
        <SheetRow label={intl.formatMessage(labels.languages)}>{languages.map(language).join(', ')}</SheetRow>
      )}
      {website && (
        <SheetRow label={intl.formatMessage(labels.website)}>
          <Anchor href={website} target="_blank" rel="noopener noreferrer">
            {new URL(website).host}
          </Anchor>
        </SheetRow>
      )}
    </dl>
  )
}
