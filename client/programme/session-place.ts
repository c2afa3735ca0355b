import { useIntl } from 'react-intl'
import { areaArrival } from '#shared/geometry/area-furniture.ts'
import type { Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { writePose } from '../showroom/state/pose-query.ts'

/** The place of a session in words, its 2D page and its way in 3D. Undefined where the place is gone. */
export const usePlaceOf = ({ halls, stands }: Pick<FairDirectory, 'halls' | 'stands'>) => {
  const intl = useIntl()
  return ({ place }: Session) => {
    const stand = place.kind === 'stand' ? stands.find(({ id }) => id === place.standId) : undefined
    const hallId = place.kind === 'area' ? place.hallId : stand?.hallId
    const hall = halls.find(({ id }) => id === hallId)
    if (!hall) return undefined
    if (place.kind === 'area') {
      const area = hall.areas.find(({ name }) => name === place.area)
      const query = area ? writePose(areaArrival(area)) : ''
      return { name: `${place.area}, ${hall.name}`, page: '/plan', walk: `/halls/${hall.slug}${query}` }
    }
    if (!stand) return undefined
    const number = intl.formatMessage(
      { id: 'programme.place.stand', defaultMessage: 'Stand {number}' },
      { number: stand.number },
    )
    return {
      name: [number, stand.company?.name, hall.name].filter(Boolean).join(', '),
      page: `/stands/${stand.slug}`,
      walk: `/halls/${hall.slug}?stand=${stand.id}`,
    }
  }
}
