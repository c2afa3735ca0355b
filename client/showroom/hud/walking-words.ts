import { defineMessages } from 'react-intl'

/** What one does to move and look, for the hint and for the help. */
export const walkingWords = defineMessages({
  keys: { id: 'showroom.help.walk.how', defaultMessage: 'W A S D or arrows' },
  stick: { id: 'showroom.help.stick.how', defaultMessage: 'The stick at the lower right' },
  drag: { id: 'showroom.help.look.how', defaultMessage: 'Drag' },
  click: { id: 'showroom.help.click.how', defaultMessage: 'Click the floor' },
  tap: { id: 'showroom.help.tap.how', defaultMessage: 'Tap the floor' },
})
