import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fairFacts } from '#shared/protocol/fair.ts'
import { onConnected, onFact } from './socket.ts'

/** Keeps what stands show up to date while the caller is on the page: reads again what changed, or all after a gap. */
export const useLiveStands = (): void => {
  const client = useQueryClient()
  useEffect(() => {
    let firstConnection = true
    const stopConnected = onConnected(() => {
      if (!firstConnection) void client.invalidateQueries()
      firstConnection = false
    })
    const stopFact = onFact(fairFacts.standChanged, ({ standId, hallId }) => {
      for (const queryKey of [['stand', standId], ['hall', hallId], ['product'], ['fair']])
        void client.invalidateQueries({ queryKey })
    })
    return () => {
      stopConnected()
      stopFact()
    }
  }, [client])
}
