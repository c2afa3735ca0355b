import { FormattedMessage } from 'react-intl'
import type { Me } from '#shared/protocol/accounts.ts'
import { lanyardTerms } from '../ui-kit/terms/fair-terms.ts'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import classes from './badge-view.module.css'

/** One's own badge, as others see it. */
export const BadgeView = ({ me: { principal, lanyard, email } }: { me: Me }) => (
  <p className={classes.badge}>
    <svg className={classes.ribbon} width="14" height="40" aria-hidden="true">
      <rect width="14" height="40" fill={LANYARD_COLOURS[lanyard]} />
    </svg>
    <span>
      {principal.name}
      <br />
      <span className={classes.lanyard}>
        <FormattedMessage {...lanyardTerms[lanyard]} />
        {!email && (
          <>
            {' · '}
            <FormattedMessage id="badge.guest" defaultMessage="guest" />
          </>
        )}
      </span>
    </span>
  </p>
)
