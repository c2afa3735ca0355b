import { TokenVerifier, type ClaimGrants } from 'livekit-server-sdk'

export interface Keys {
  key: string
  secret: string
}

export interface Token {
  identity: string
  issuedAtMs: number
  grants: ClaimGrants
}

/**
 * Reads tokens. One that was given before this engine began is void, whatever it says: who was removed since is not
 * known to a new process, and the fair gives a new token to whoever may still come.
 */
export const createTokenReader = ({ key, secret }: Keys, startedAtMs: number) => {
  const verifier = new TokenVerifier(key, secret)
  return async (text: string): Promise<Token | undefined> => {
    try {
      const grants = await verifier.verify(text)
      const { sub = '', nbf, iat } = grants as ClaimGrants & { nbf?: number; iat?: number }
      const issuedAtMs = (nbf ?? iat ?? 0) * 1000
      // Tokens name whole seconds.
      if (issuedAtMs < Math.floor(startedAtMs / 1000) * 1000) return undefined
      return { identity: sub, issuedAtMs, grants }
    } catch {
      return undefined
    }
  }
}

export type TokenReader = ReturnType<typeof createTokenReader>
