import { useEffect, useRef, useState } from 'react'

const KEY = 'KeyV'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Opens the microphone while a key or a button is held down. */
export const usePushToTalk = (setMicrophone: (on: boolean) => void, enabled: boolean) => {
  const [isTalking, setIsTalking] = useState(false)
  const held = useRef(false)
  const set = useRef(setMicrophone)
  set.current = setMicrophone
  // While it is held the microphone is open, so `enabled` says no: releasing must work all the same.
  const press = () => {
    if (held.current || !enabled) return
    held.current = true
    setIsTalking(true)
    set.current(true)
  }
  const release = () => {
    if (!held.current) return
    held.current = false
    setIsTalking(false)
    set.current(false)
  }
  const actions = useRef({ press, release })
  actions.current = { press, release }

  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.code === KEY && !event.repeat && !isTyping(event.target)) actions.current.press()
    }
    const up = (event: KeyboardEvent) => {
      if (event.code === KEY) actions.current.release()
    }
    const lost = () => actions.current.release()
    addEventListener('keydown', down)
    addEventListener('keyup', up)
    addEventListener('blur', lost)
    return () => {
      removeEventListener('keydown', down)
      removeEventListener('keyup', up)
      removeEventListener('blur', lost)
      actions.current.release()
    }
  }, [])

  return {
    isTalking,
    /** For a button that is held. */
    hold: {
      onPointerDown: () => press(),
      onPointerUp: () => release(),
      onPointerCancel: () => release(),
      onPointerLeave: () => release(),
    },
  }
}
