/** What the processes of a fair agree on: the supervisor, and each role in a process of its own. */

const ROLES = ['web', 'worker', 'media'] as const
export type Role = (typeof ROLES)[number]
export const isRole = (text: string | undefined): text is Role => ROLES.some((role) => role === text)

/** The variable that tells a role its database. */
export const DATABASE = 'FAIRLOOM_DATABASE_URL'

/** A role ends with it on wrong configuration, or on a port that is taken: starting again would not help. */
export const EXIT_CONFIG = 78

const STOP_WITHIN_MS = 15_000

/** Calls `stop` once on SIGINT or SIGTERM, and leaves after 15 s even if it hangs. */
export const onStopSignal = (stop: () => Promise<void>) => {
  let stopping: Promise<void> | undefined
  const handle = () => {
    if (stopping) return
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    stopping = stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', handle)
  process.on('SIGTERM', handle)
  // The supervisor is gone without a word: whoever starts next must find the port free.
  process.on('disconnect', handle)
}
