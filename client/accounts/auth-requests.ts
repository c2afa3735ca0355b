import { queryClient } from '../net/queries.ts'
import { reconnect } from '../net/socket.ts'

/** Why the account service refused, as far as a form can help with it. */
export type AuthRefusal =
  | 'wrongCredentials'
  | 'addressTaken'
  | 'passwordTooShort'
  | 'passwordTooLong'
  | 'addressInvalid'
  | 'tooMany'
  | 'offline'
  | 'other'

export class AuthError extends Error {
  readonly reason: AuthRefusal

  constructor(reason: AuthRefusal) {
    super(reason)
    this.reason = reason
  }
}

const REASONS: Record<string, AuthRefusal> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongCredentials',
  USER_ALREADY_EXISTS: 'addressTaken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'addressTaken',
  PASSWORD_TOO_SHORT: 'passwordTooShort',
  PASSWORD_TOO_LONG: 'passwordTooLong',
  INVALID_EMAIL: 'addressInvalid',
}

/** Finds the reason in an answer of the account service (better-auth: `{ code, message }`). */
export const refusalOf = (status: number, body: unknown): AuthRefusal => {
  if (status === 429) return 'tooMany'
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return (typeof code === 'string' ? REASONS[code] : undefined) ?? 'other'
}

const post = async (path: string, body: Record<string, string>): Promise<void> => {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new AuthError('offline')
  })
  if (!response.ok)
    throw new AuthError(refusalOf(response.status, await response.json().catch(() => undefined)))
}

/** Everything that was read as somebody else is read again. */
const becomeSomebodyElse = async () => {
  reconnect()
  await queryClient.resetQueries()
}

export const MIN_PASSWORD_LENGTH = 10

/** Signs in with e-mail and password. Rejects with an AuthError. */
export const signIn = async (email: string, password: string): Promise<void> => {
  await post('/sign-in/email', { email, password })
  await becomeSomebodyElse()
}

/** Makes an account and signs in. Rejects with an AuthError. */
export const signUp = async (account: {
  name: string
  email: string
  password: string
  locale: string
}): Promise<void> => {
  await post('/sign-up/email', { ...account, callbackURL: '/' })
  await becomeSomebodyElse()
}

/** Sends the letter that confirms the address once more. */
export const resendVerification = (email: string): Promise<void> =>
  post('/send-verification-email', { email, callbackURL: '/profile' })

/** Changes the name that others see. */
export const changeName = (name: string): Promise<void> => post('/update-user', { name })
