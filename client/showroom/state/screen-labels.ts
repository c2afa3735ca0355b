/** A label that stands over something in the scene. Mutable: the scene writes it every frame. */
export interface ScreenLabel {
  text: string
  /** Of its edge: that of a visitor's lanyard. */
  colour: string
  xPx: number
  yPx: number
  /** 0 hides it. */
  opacity: number
}

/** A few labels that the scene places and the HUD draws as DOM, without React in between. */
export interface ScreenLabels {
  readonly labels: readonly ScreenLabel[]
  /** Set by the HUD; the scene calls it once the labels of a frame are placed. */
  onPlaced: (() => void) | null
}

export function createScreenLabels(count: number): ScreenLabels {
  return {
    labels: Array.from({ length: count }, () => ({ text: '', colour: '', xPx: 0, yPx: 0, opacity: 0 })),
    onPlaced: null,
  }
}
