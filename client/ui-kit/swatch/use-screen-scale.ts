import { useLocalStorage } from '@mantine/hooks'
import { z } from 'zod'
import { NOMINAL_PX_PER_MM } from './ruler-ticks.ts'

/** From a wall of screens to the finest phone, zoomed pages included. */
const PxPerMm = z.number().min(1).max(20).nullable().catch(null)

const read = (stored: string | undefined): number | null => {
  if (stored === undefined) return null
  try {
    return PxPerMm.parse(JSON.parse(stored))
  } catch {
    return null
  }
}

/** CSS pixels a millimetre of this screen, and whether somebody has measured it. Kept in this browser. */
export const useScreenScale = () => {
  const [measured, setMeasured] = useLocalStorage<number | null>({
    key: 'fairloom.screen-px-per-mm',
    defaultValue: null,
    deserialize: read,
  })
  return { pxPerMm: measured ?? NOMINAL_PX_PER_MM, isMeasured: measured !== null, setMeasured }
}
