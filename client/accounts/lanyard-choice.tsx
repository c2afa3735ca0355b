import { useId } from 'react'
import { defineMessages, FormattedMessage } from 'react-intl'
import { VISITOR_LANYARDS, type VisitorLanyard } from '#shared/model/principal.ts'
import { lanyardTerms } from '../ui-kit/terms/fair-terms.ts'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import classes from './lanyard-choice.module.css'

const purposes = defineMessages({
  buyer: { id: 'lanyardChoice.buyer', defaultMessage: 'Sourcing for a brand, a shop or a factory' },
  designer: { id: 'lanyardChoice.designer', defaultMessage: 'Looking for cloth and ideas' },
  press: { id: 'lanyardChoice.press', defaultMessage: 'Writing or filming' },
  visitor: { id: 'lanyardChoice.visitor', defaultMessage: 'Studying, or looking around' },
}) satisfies Record<VisitorLanyard, unknown>

/** What one comes as: a lanyard in each colour that a visitor may wear. */
export const LanyardChoice = ({
  value,
  onChange,
}: {
  value: VisitorLanyard
  onChange: (value: VisitorLanyard) => void
}) => {
  const group = useId()
  return (
    <fieldset className={classes.choice}>
      <legend>
        <FormattedMessage id="lanyardChoice.title" defaultMessage="You come as" />
      </legend>
      {VISITOR_LANYARDS.map((lanyard) => (
        <label key={lanyard} className={classes.option}>
          <input
            type="radio"
            name={group}
            checked={lanyard === value}
            onChange={() => onChange(lanyard)}
            className={classes.radio}
          />
          <span className={classes.ribbon} style={{ background: LANYARD_COLOURS[lanyard] }} />
          <span>
            <FormattedMessage {...lanyardTerms[lanyard]} />
            <span className={classes.purpose}>
              <FormattedMessage {...purposes[lanyard]} />
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
