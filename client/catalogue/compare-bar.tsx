import { Button, UnstyledButton } from '@mantine/core'
import { FormattedMessage } from 'react-intl'
import { Link, useLocation } from 'react-router'
import { comparisonPath, useComparison } from './comparison.ts'
import classes from './compare-bar.module.css'

/** How many goods lie ready for comparison, on every page but that of the comparison. */
export const CompareBar = () => {
  const productIds = useComparison((state) => state.productIds)
  const { pathname } = useLocation()
  if (productIds.length === 0 || pathname === '/compare') return null
  return (
    <aside className={classes.room}>
      <div className={classes.bar}>
        <span role="status">
          <FormattedMessage
            id="compareBar.count"
            defaultMessage="{count, plural, one {# product to compare} other {# products to compare}}"
            values={{ count: productIds.length }}
          />
        </span>
        <UnstyledButton
          className={classes.empty ?? ''}
          onClick={() => useComparison.setState({ productIds: [] })}
        >
          <FormattedMessage id="compareBar.empty" defaultMessage="Put all back" />
        </UnstyledButton>
        <Button component={Link} to={comparisonPath(productIds)} size="sm" color="indigo">
          <FormattedMessage id="compareBar.open" defaultMessage="Compare" />
        </Button>
      </div>
    </aside>
  )
}
