import { createHash } from 'node:crypto'

/** The id of a thing of the demo fair: a UUID that follows from what it is, the same on every installation. */
export const demoId = (kind: string, slug: string): string => {
  const hex = createHash('sha256').update(`fairloom demo/${kind}/${slug}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
