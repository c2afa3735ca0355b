import { TextInput } from '@mantine/core'
import { defineMessages, useIntl } from 'react-intl'
import { LanyardChoice } from './lanyard-choice.tsx'
import type { Badge } from './save-badge.ts'

const labels = defineMessages({
  name: { id: 'badge.name', defaultMessage: 'Your name, as others will see it' },
})

/** What a badge says: the name and, where one may choose it, the lanyard. */
export const BadgeFields = ({
  badge,
  onChange,
  choosesLanyard,
  takesFocus = false,
}: {
  badge: Badge
  onChange: (badge: Badge) => void
  choosesLanyard: boolean
  takesFocus?: boolean
}) => {
  const intl = useIntl()
  return (
    <>
      <TextInput
        label={intl.formatMessage(labels.name)}
        value={badge.name}
        onChange={({ currentTarget }) => onChange({ ...badge, name: currentTarget.value })}
        minLength={2}
        maxLength={60}
        autoComplete="name"
        required
        autoFocus={takesFocus}
      />
      {choosesLanyard && (
        <LanyardChoice value={badge.comesAs} onChange={(comesAs) => onChange({ ...badge, comesAs })} />
      )}
    </>
  )
}
