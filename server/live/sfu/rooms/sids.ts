import { randomBytes } from 'node:crypto'

/** An id as LiveKit's clients expect them: `RM_`, `PA_` or `TR_` and twelve characters. */
export const newSid = (kind: 'RM' | 'PA' | 'TR'): string =>
  `${kind}_${randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')}`
