import { defineMessages } from 'react-intl'

export const sessionKindTerms = defineMessages({
  talk: { id: 'sessionKind.talk', defaultMessage: 'Talk' },
  presentation: { id: 'sessionKind.presentation', defaultMessage: 'Presentation' },
  tour: { id: 'sessionKind.tour', defaultMessage: 'Guided tour' },
})
