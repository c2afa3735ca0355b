import { useEffect, useState } from 'react'

const EVERY_MS = 20_000

/** The time now in ms, looked at again three times a minute. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
