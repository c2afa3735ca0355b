import { Fragment } from 'react'
import { defineMessages, FormattedMessage } from 'react-intl'
import { useIsTouch } from './use-is-touch.ts'
import { walkingWords } from './walking-words.ts'

const said = defineMessages({
  walk: { id: 'showroom.help.walk', defaultMessage: 'Walk; with Shift, hurry. Q and E turn.' },
  stick: { id: 'showroom.help.stick', defaultMessage: 'Walk: up goes forward, to the sides turns.' },
  look: { id: 'showroom.help.look', defaultMessage: 'Look around.' },
  go: { id: 'showroom.help.go', defaultMessage: 'Go there. On the plan: stand there at once.' },
  inspectHow: { id: 'showroom.help.inspect.how', defaultMessage: 'Click goods, or press F' },
  inspect: {
    id: 'showroom.help.inspect',
    defaultMessage:
      'Step up to them: drag or arrows turn, wheel, pinch or + and − come nearer, Shift and arrows shift the view. Escape returns.',
  },
  handleHow: { id: 'showroom.help.handle.how', defaultMessage: 'Tap goods' },
  handle: {
    id: 'showroom.help.handle',
    defaultMessage: 'Step up to them: drag turns, two fingers come nearer and shift the view.',
  },
})

const ON_DESKS = [
  [walkingWords.keys, said.walk],
  [walkingWords.drag, said.look],
  [walkingWords.click, said.go],
  [said.inspectHow, said.inspect],
] as const
const BY_TOUCH = [
  [walkingWords.stick, said.stick],
  [walkingWords.drag, said.look],
  [walkingWords.tap, said.go],
  [said.handleHow, said.handle],
] as const

/** Every key and gesture of a hall. */
export function HelpPanel() {
  const isTouch = useIsTouch()
  return (
    <dl className="fl-help">
      {(isTouch ? BY_TOUCH : ON_DESKS).map(([how, what]) => (
        <Fragment key={how.id}>
          <dt>
            <FormattedMessage {...how} />
          </dt>
          <dd>
            <FormattedMessage {...what} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
