import type { PoseSource } from '#client/showroom/state/pose-source.ts'
import type { Lanyard } from '#shared/model/principal.ts'

const NAMES = [
  'Aigerim',
  'Борис',
  'Gulnora',
  'Tigran',
  'Малика',
  'Sardor',
  'Ольга',
  'Farrukh',
  'Нурлан',
  'Ani',
]
const ROLES: readonly Lanyard[] = ['buyer', 'designer', 'exhibitor', 'press', 'host', 'visitor', 'organiser']

/** Visitors who stroll along the aisles for ever; each frame is a function of the clock. */
export function fakePresence(count: number): PoseSource {
  return {
    forEach(visit) {
      const now = performance.now() / 1000
      for (let handle = 0; handle < count; handle++) {
        const lane = handle % 3 === 0 ? -12.6 : handle % 3 === 1 ? 12.6 : 0
        const period = 24 + (handle % 7) * 2
        const share = (now / period + handle * 0.37) % 1
        const out = share < 0.5
        const z = out ? 15 - share * 2 * 26 : -11 + (share - 0.5) * 2 * 26
        const stands = handle % 5 === 0
        const x = lane + ((handle * 0.73) % 2) * 1.4 - 1.2
        if (stands)
          visit(handle, x, 9 - (handle % 6) * 3, handle, handle % 10 === 0 ? 1 : 0, handle % 15 === 0)
        else visit(handle, x, z, out ? 0 : Math.PI, 0, false)
      }
    },
    info(handle) {
      return {
        name: NAMES[handle % NAMES.length] ?? 'Guest',
        lanyard: ROLES[handle % ROLES.length] ?? 'buyer',
      }
    },
  }
}
