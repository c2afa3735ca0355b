import { expect, it, onTestFinished } from 'vitest'
import { PASSWORD } from '../../support/people.ts'
import { startTestApp } from '../../support/test-app.ts'

/** The address that the session of somebody who signs up has; they claim to be others. */
const addressSeen = async (environment: Record<string, string>) => {
  const app = await startTestApp(environment)
  onTestFinished(app.stop)
  const response = await fetch(`${app.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      origin: 'http://fair.test',
      'X-Forwarded-For': '198.51.100.1, 203.0.113.7',
      'X-Fairloom-Caller': '198.51.100.2',
    },
    body: JSON.stringify({ email: 'buyer@example.test', name: 'Buyer', password: PASSWORD }),
  })
  expect(response.status).toBe(200)
  const { rows } = await app.parts.database.pool.query('select ip_address as address from session')
  return rows
}

it('takes the address of a caller from the connection where no proxy is trusted', async () => {
  expect(await addressSeen({})).toEqual([{ address: '127.0.0.1' }])
})

it('believes as many proxies as are trusted, and not what a caller wrote before them', async () => {
  expect(await addressSeen({ TRUST_PROXY: '1' })).toEqual([{ address: '203.0.113.7' }])
  expect(await addressSeen({ TRUST_PROXY: '2' })).toEqual([{ address: '198.51.100.1' }])
})
