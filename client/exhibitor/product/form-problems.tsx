import { FormattedMessage } from 'react-intl'
import { useDraft } from './draft-form.tsx'
import classes from './product-form.module.css'

/** How many entries still need a look, once somebody tried to save. */
export const FormProblems = () => {
  const { checked, problems } = useDraft()
  if (!checked || problems.size === 0) return null
  return (
    <span className={classes.problem} role="alert">
      <FormattedMessage
        id="exhibitor.form.problems"
        defaultMessage="{count, plural, one {One entry needs} other {# entries need}} another look; the sentences stand beside them."
        values={{ count: problems.size }}
      />
    </span>
  )
}
