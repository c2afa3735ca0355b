/** What the engine has passed on since it began; one for all its rooms, counted where each packet leaves. */
export interface Forwarded {
  packets: number
  bytes: number
}

export const createForwarded = (): Forwarded => ({ packets: 0, bytes: 0 })
