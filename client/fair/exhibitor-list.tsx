import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { StandEntry } from '#shared/protocol/fair.ts'
import classes from './exhibitor-list.module.css'

/** Exhibitors by name with where they come from and where they stand. */
export const ExhibitorList = ({ stands }: { stands: readonly StandEntry[] }) => {
  const intl = useIntl()
  const country = (code: string) => intl.formatDisplayName(code, { type: 'region' }) ?? code
  const rows = stands.flatMap((stand) => (stand.company ? [{ stand, company: stand.company }] : []))
  if (rows.length === 0)
    return (
      <p>
        <FormattedMessage
          id="exhibitors.none"
          defaultMessage="No company has a stand yet. Exhibitors are still building."
        />
      </p>
    )
  return (
    <ul className={classes.list}>
      {rows
        .toSorted((a, b) => a.company.name.localeCompare(b.company.name, intl.locale))
        .map(({ stand, company }) => (
          <li key={stand.id} className={classes.row}>
            <Link className={classes.name} to={`/stands/${stand.slug}`}>
              {company.name}
            </Link>
            <span className={classes.place}>
              {company.city ? `${company.city}, ` : ''}
              {country(company.country)}
            </span>
            <span className={classes.number}>{stand.number}</span>
          </li>
        ))}
    </ul>
  )
}
