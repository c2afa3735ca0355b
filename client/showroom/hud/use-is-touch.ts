import { useMediaQuery } from '@mantine/hooks'

/** Whether the visitor points with a finger, as the thumb stick is shown for. */
export const useIsTouch = (): boolean =>
  useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false })
