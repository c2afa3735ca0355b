import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { showroomCommands } from '#shared/protocol/showroom.ts'
import { send } from '../net/socket.ts'
import { lanyardTerms } from '../ui-kit/terms/fair-terms.ts'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import classes from './who-is-here.module.css'

const REFRESH_MS = 5000

/** Who is at a stand now, by name and lanyard. Only for those who are in the hall themselves. */
export const WhoIsHere = ({ standId, inHall }: { standId: string; inHall: boolean }) => {
  const { data } = useQuery({
    queryKey: ['who', standId],
    queryFn: () => send(showroomCommands.who, { standId }),
    enabled: inHall,
    refetchInterval: REFRESH_MS,
    retry: false,
  })
  const visitors = data?.instances.flatMap((instance) => instance.visitors) ?? []
  return (
    <div className={classes.who}>
      <p className={classes.count}>
        <FormattedMessage
          id="who.count"
          defaultMessage="{count, plural, =0 {Nobody is at the stand at the moment} one {# person is here} other {# people are here}}"
          values={{ count: visitors.length }}
        />
      </p>
      <ul className={classes.list}>
        {visitors.map(({ handle, name, lanyard, companyName }) => (
          <li key={handle}>
            <span className={classes.dot} style={{ background: LANYARD_COLOURS[lanyard] }} />
            {name}
            <span className={classes.part}>
              {companyName ?? <FormattedMessage {...lanyardTerms[lanyard]} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
