/** How the recording of a page goes. */
export interface PageRecording {
  state: 'starting' | 'running' | 'ended'
  /** When its first picture was taken; undefined before. */
  startedAt: Date | undefined
  /** Why it ended before it should have; also where there is a file of what was until then. */
  fault: string | undefined
}

/** Records what a page shows and sounds like, on a machine of its own. Each throws where it doesn't answer. */
export interface PageRecorder {
  /** Where its files appear, by the names that were ordered. */
  readonly folder: string
  /** Begins once the page logs `START_RECORDING` to its console, and ends with `END_RECORDING`. Answers its id. */
  record(pageUrl: string, fileName: string): Promise<string>
  /** Undefined where it knows no such recording (any more). */
  find(id: string): Promise<PageRecording | undefined>
  /** Again, or after its end: nothing. */
  stop(id: string): Promise<void>
}
