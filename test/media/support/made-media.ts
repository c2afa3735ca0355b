/** A picture of two halves, dark and bright, with a stripe that moves: I420, its planes one behind the other. */
export const WIDTH = 320
export const HEIGHT = 180
export const DARK = 40
export const BRIGHT = 200
const STRIPE = 8
const NO_COLOUR = 128

export const makePicture = (number: number): Uint8Array => {
  const pixels = WIDTH * HEIGHT
  const picture = new Uint8Array((pixels * 3) / 2).fill(NO_COLOUR, pixels)
  const stripe = (number * STRIPE) % (HEIGHT - STRIPE)
  for (let row = 0; row < HEIGHT; row++) {
    const from = row * WIDTH
    const isStripe = row >= stripe && row < stripe + STRIPE
    picture.fill(isStripe ? BRIGHT : DARK, from, from + WIDTH / 2)
    picture.fill(isStripe ? DARK : BRIGHT, from + WIDTH / 2, from + WIDTH)
  }
  return picture
}

/** Mean brightness of the left and of the right half of a picture whose first plane is its brightness. */
export const readHalves = (picture: Uint8Array, width: number, height: number) => {
  let left = 0
  let right = 0
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const value = picture[row * width + column] ?? 0
      if (column < width / 2) left += value
      else right += value
    }
  const half = (width * height) / 2
  return { left: left / half, right: right / half }
}

export const SAMPLES_PER_S = 48_000
/** Samples of 10 ms, as clients take them. */
export const BLOCK = 480
const LOUDEST = 32_768

/** The `number`th 10 ms of a sine; its loudness is the amplitude, 0 to 1. */
export const makeTone = (number: number, hz: number, loudness: number): Int16Array =>
  Int16Array.from({ length: BLOCK }, (_, at) =>
    Math.round(loudness * LOUDEST * Math.sin((2 * Math.PI * hz * (number * BLOCK + at)) / SAMPLES_PER_S)),
  )

/** Amplitude by effective value, as it is for a sine, and how much of the sound's energy is at some pitches. */
export const readTone = (samples: Int16Array, pitchesHz: readonly number[]) => {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0)
  const shareAt = (hz: number): number => {
    let [real, imaginary] = [0, 0]
    samples.forEach((sample, at) => {
      const turn = (2 * Math.PI * hz * at) / SAMPLES_PER_S
      real += sample * Math.cos(turn)
      imaginary += sample * Math.sin(turn)
    })
    return energy === 0 ? 0 : (2 * (real * real + imaginary * imaginary)) / (samples.length * energy)
  }
  return {
    loudness: Math.sqrt((2 * energy) / samples.length) / LOUDEST,
    share: pitchesHz.reduce((sum, hz) => sum + shareAt(hz), 0),
  }
}
