import { Anchor, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { CompanyCard } from '#shared/model/cards.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairRoutes, type FairDirectory, type StandEntry } from '#shared/protocol/fair.ts'
import { call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { Section } from '../ui-kit/page.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import { NewStand } from './new-stand.tsx'
import classes from './organiser.module.css'

const companiesQuery = {
  queryKey: ['companies'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(catalogueRoutes.listCompanies, {}, signal),
}

const StandRow = ({
  stand,
  hall,
  companies,
}: {
  stand: StandEntry
  hall: string
  companies: CompanyCard[]
}) => {
  const intl = useIntl()
  const term = useTerm()
  const assign = useMutation({
    mutationFn: (companyId: string | null) =>
      call(fairRoutes.assignStand, { params: { standId: stand.id }, body: { companyId } }),
    onSuccess: () =>
      Promise.all(
        [['fair'], ['hall'], ['stand']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  })
  return (
    <tr>
      <td>
        <Anchor component={Link} to={`/desk/stands/${stand.id}`} underline="always">
          {stand.number}
        </Anchor>
      </td>
      <td>{hall}</td>
      <td>
        {stand.place.areaM2} m², {term('shape', stand.place.shape)}
      </td>
      <td>{term('door', stand.door)}</td>
      <td>
        <NativeSelect
          size="sm"
          aria-label={intl.formatMessage(
            { id: 'organiser.stand.company', defaultMessage: 'Company on stand {number}' },
            { number: stand.number },
          )}
          disabled={assign.isPending}
          value={assign.isPending ? (assign.variables ?? '') : (stand.company?.id ?? '')}
          data={[
            { value: '', label: intl.formatMessage({ id: 'organiser.stand.free', defaultMessage: 'Free' }) },
            ...companies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => assign.mutate(event.currentTarget.value || null)}
        />
        <ErrorText error={assign.error} />
      </td>
    </tr>
  )
}

/** All stands and who has them. */
export const StandsSection = ({ halls, stands }: Pick<FairDirectory, 'halls' | 'stands'>) => {
  const companies = useQuery(companiesQuery)
  const nameOf = (hallId: string) => halls.find(({ id }) => id === hallId)?.name ?? ''
  return (
    <Section title={<FormattedMessage id="organiser.stands" defaultMessage="Stands" />}>
      {stands.length === 0 ? (
        <p>
          <FormattedMessage
            id="organiser.stands.none"
            defaultMessage="There is no stand yet. Add one, then give it to a company."
          />
        </p>
      ) : (
        <Loaded query={companies}>
          {({ companies: list }) => (
            <div className={classes.scroll}>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">
                      <FormattedMessage id="organiser.stand.number" defaultMessage="Stand" />
                    </th>
                    <th scope="col">
                      <FormattedMessage id="organiser.stand.hall" defaultMessage="Hall" />
                    </th>
                    <th scope="col">
                      <FormattedMessage id="organiser.stand.size" defaultMessage="Size and shape" />
                    </th>
                    <th scope="col">
                      <FormattedMessage id="organiser.stand.door" defaultMessage="Door" />
                    </th>
                    <th scope="col">
                      <FormattedMessage id="organiser.stand.who" defaultMessage="Company" />
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {stands.map((stand) => (
                    <StandRow key={stand.id} stand={stand} hall={nameOf(stand.hallId)} companies={list} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      )}
      {halls.length > 0 && <NewStand halls={halls} />}
    </Section>
  )
}
