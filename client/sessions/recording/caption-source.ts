/** Where captions come from, as WebVTT. Another source may make them from the sound, once those who speak agreed. */
export interface CaptionSource {
  read(): Promise<string>
}

/** A file that somebody wrote. */
export const fileSource = (file: File): CaptionSource => ({ read: () => file.text() })
