import { queryClient } from '../net/queries.ts'
import { reconnect } from '../net/socket.ts'

/** Ends the session here and reads everything anew as a guest. */
export const signOut = async (): Promise<void> => {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  reconnect()
  await queryClient.resetQueries()
}
