import { CloseButton, Transition } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import {
  IconArrowsHorizontal,
  IconHandClick,
  IconKeyboard,
  IconCircleDot,
  IconPointer,
} from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { recall, remember } from '../state/device-memory.ts'
import type { Visit } from '../state/visit.ts'
import { useIsTouch } from './use-is-touch.ts'
import { walkingWords } from './walking-words.ts'

/** Who has come this far on foot knows how to walk. */
const LEARNT_M = 4
const LOOK_EVERY_MS = 250
const FADE_MS = 400

const said = defineMessages({
  walk: { id: 'showroom.hint.walk', defaultMessage: 'to walk' },
  look: { id: 'showroom.hint.look', defaultMessage: 'to look around' },
  go: { id: 'showroom.hint.go', defaultMessage: 'to go there' },
})

const ON_DESKS = [
  [IconKeyboard, walkingWords.keys, said.walk],
  [IconArrowsHorizontal, walkingWords.drag, said.look],
  [IconPointer, walkingWords.click, said.go],
] as const
const BY_TOUCH = [
  [IconCircleDot, walkingWords.stick, said.walk],
  [IconArrowsHorizontal, walkingWords.drag, said.look],
  [IconHandClick, walkingWords.tap, said.go],
] as const

/** How to walk, for a device's first visit: goes once the visitor walks, or when it is closed. */
export function WalkHint({ visit, isCovered }: { visit: Visit; isCovered: boolean }) {
  const intl = useIntl()
  const isTouch = useIsTouch()
  const isStill = useReducedMotion()
  const [isKnown, setIsKnown] = useState(() => recall().canWalk)
  const learn = useCallback(() => {
    remember({ canWalk: true })
    setIsKnown(true)
  }, [])

  useEffect(() => {
    if (isKnown) return undefined
    const timer = setInterval(() => {
      if (visit.walker.walkedM >= LEARNT_M) learn()
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [visit, isKnown, learn])

  return (
    <Transition mounted={!isKnown && !isCovered} transition="fade" duration={isStill ? 0 : FADE_MS}>
      {(style) => (
        <aside
          className="fl-hint"
          style={style}
          aria-label={intl.formatMessage({ id: 'showroom.help.title', defaultMessage: 'How to walk' })}
        >
          <ul>
            {(isTouch ? BY_TOUCH : ON_DESKS).map(([Icon, how, what]) => (
              <li key={how.id}>
                <Icon size={24} stroke={1.4} aria-hidden />
                <span>
                  <b>
                    <FormattedMessage {...how} />
                  </b>{' '}
                  <FormattedMessage {...what} />
                </span>
              </li>
            ))}
          </ul>
          <CloseButton
            aria-label={intl.formatMessage({
              id: 'showroom.hint.close',
              defaultMessage: 'I know how to walk',
            })}
            onClick={learn}
          />
        </aside>
      )}
    </Transition>
  )
}
