import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useBlocker } from 'react-router'
import { SPEC_FIELDS, type ProductKind } from '#shared/model/product.ts'
import { useFieldLabel, useTerm } from '../../ui-kit/trade-terms.ts'
import { useDraft } from './draft-form.tsx'
import { useUnusualQuestion } from './use-unusual-question.ts'
import classes from './product-form.module.css'

/** Asks before a page with unsaved changes is left, inside the fair and by closing the window. */
export const UnsavedGuard = ({ dirty }: { dirty: boolean }) => {
  const intl = useIntl()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
  return (
    <Modal
      // Locking the scroll writes an inline <style>, which our content policy refuses.
      lockScroll={false}
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={intl.formatMessage({ id: 'exhibitor.unsaved.title', defaultMessage: 'Leave without saving?' })}
      closeButtonProps={{
        'aria-label': intl.formatMessage({ id: 'exhibitor.unsaved.stay', defaultMessage: 'Stay here' }),
      }}
    >
      <Text mb="lg">
        <FormattedMessage
          id="exhibitor.unsaved.text"
          defaultMessage="Your changes on this page are not saved yet."
        />
      </Text>
      <Group>
        <Button onClick={() => blocker.reset?.()}>
          <FormattedMessage id="exhibitor.unsaved.stay" defaultMessage="Stay here" />
        </Button>
        <Button variant="outline" onClick={() => blocker.proceed?.()}>
          <FormattedMessage id="exhibitor.unsaved.leave" defaultMessage="Leave and lose them" />
        </Button>
      </Group>
    </Modal>
  )
}

/** Somebody saved meanwhile: theirs, or one's own over theirs. */
export const ConflictNotice = ({ onTheirs, onMine }: { onTheirs(): void; onMine(): void }) => (
  <Alert role="alert" color="madder" variant="light" radius={2} my="md">
    <Text mb="sm">
      <FormattedMessage
        id="exhibitor.conflict.text"
        defaultMessage="Somebody in your company saved while you were editing. Nothing of yours is saved yet."
      />
    </Text>
    <Group gap="sm">
      <Button size="sm" onClick={onTheirs}>
        <FormattedMessage id="exhibitor.conflict.theirs" defaultMessage="Load theirs, drop mine" />
      </Button>
      <Button size="sm" variant="outline" onClick={onMine}>
        <FormattedMessage id="exhibitor.conflict.mine" defaultMessage="Save mine over theirs" />
      </Button>
    </Group>
  </Alert>
)

/** What the exhibitor should look at again; nothing here stops saving. */
export const UnusualQuestions = ({ kind }: { kind: ProductKind }) => {
  const { unusual } = useDraft()
  const question = useUnusualQuestion()
  const term = useTerm()
  const fieldLabel = useFieldLabel()
  const known = new Set(SPEC_FIELDS[kind].map(({ path }) => path))
  const nameOf = (path: string): string => {
    const head = path.split('.')[0] ?? path
    if (!known.has(path)) return head === 'trade' ? term('section', 'trade') : fieldLabel(kind, head)
    return head === path ? fieldLabel(kind, path) : `${term('section', head)}, ${fieldLabel(kind, path)}`
  }
  if (unusual.length === 0) return null
  return (
    <div className={classes.questions} role="status">
      <Text fw={600} mb="xs">
        <FormattedMessage
          id="exhibitor.unusual.title"
          defaultMessage="{count, plural, one {One thing to look at again} other {# things to look at again}}"
          values={{ count: unusual.length }}
        />
      </Text>
      <ul>
        {unusual.map((about) => (
          <li key={`${about.path} ${about.code}`}>
            {nameOf(about.path)}: {question(about)}
          </li>
        ))}
      </ul>
    </div>
  )
}
