import type { Recogniser } from '#client/sessions/recording/speech-source.ts'

/** A browser's recognisers, which hear what a test says. */
export const standInRecognisers = () => {
  const made: StandIn[] = []
  class StandIn implements Recogniser {
    lang = ''
    continuous = false
    interimResults = false
    onresult: Recogniser['onresult'] = null
    onerror: Recogniser['onerror'] = null
    onend: Recogniser['onend'] = null
    isListening = false
    readonly said: { isFinal: boolean; 0: { transcript: string } }[] = []
    constructor() {
      made.push(this)
    }
    start(): void {
      this.isListening = true
    }
    stop(): void {
      this.isListening = false
    }
    end(): void {
      this.isListening = false
      this.onend?.()
    }
    say(at: number, transcript: string, isFinal: boolean): void {
      this.said[at] = { isFinal, 0: { transcript } }
      this.onresult?.({ resultIndex: at, results: this.said })
    }
  }
  return { Recogniser: StandIn, made, last: () => made.at(-1) as StandIn }
}
