import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { fairQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { ExhibitorList } from './exhibitor-list.tsx'

const labels = defineMessages({
  title: { id: 'exhibitors.title', defaultMessage: 'Exhibitors' },
  filter: { id: 'exhibitors.filter', defaultMessage: 'Name, town or stand' },
})

export const Page = () => {
  const intl = useIntl()
  const fair = useQuery(fairQuery)
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLocaleLowerCase(intl.locale)
  return (
    <PageFrame title={intl.formatMessage(labels.title)}>
      <TextInput
        label={intl.formatMessage(labels.filter)}
        maw={420}
        my="lg"
        value={filter}
        onChange={({ currentTarget }) => setFilter(currentTarget.value)}
      />
      <Loaded query={fair}>
        {({ stands }) => {
          const found = stands.filter(({ number, company }) =>
            [number, company?.name, company?.city].some((text) =>
              text?.toLocaleLowerCase(intl.locale).includes(wanted),
            ),
          )
          return wanted && found.length === 0 ? (
            <p role="status">
              <FormattedMessage
                id="exhibitors.noMatch"
                defaultMessage="No exhibitor matches “{filter}”. Try fewer letters."
                values={{ filter }}
              />
            </p>
          ) : (
            <ExhibitorList stands={found} />
          )
        }}
      </Loaded>
    </PageFrame>
  )
}
