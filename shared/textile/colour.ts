import { converter } from 'culori'
import type { Lab } from '#shared/model/product-colour.ts'

/** Red, green and blue from 0 to 1; values outside are colours that sRGB can't show. */
export type Rgb = readonly [number, number, number]

const toLinear = converter('lrgb')
const toEncoded = converter('rgb')
const toLab = converter('lab65')

/**
 * CIELAB (D65) to linear sRGB. Lab is relative to its own white, so that figures under the 10° observer map white to
 * white; the rest of the difference between the observers is below what a screen holds.
 */
export const linearFromLab = ({ l, a, b }: Lab): Rgb => {
  const colour = toLinear({ mode: 'lab65', l, a, b })
  return [colour.r, colour.g, colour.b]
}

/** CIELAB (D65) to encoded sRGB, 0-1. */
export const srgbFromLab = ({ l, a, b }: Lab): Rgb => {
  const colour = toEncoded({ mode: 'lab65', l, a, b })
  return [colour.r, colour.g, colour.b]
}

/** Encoded sRGB (0-1) to CIELAB under D65. */
export const labFromSrgb = ([r, g, b]: Rgb): Lab => {
  const colour = toLab({ mode: 'rgb', r, g, b })
  return { l: colour.l, a: colour.a, b: colour.b }
}

/** `#rrggbb` for a swatch on the screen, clipped to sRGB. */
export const hexFromLab = (lab: Lab): string =>
  `#${srgbFromLab(lab)
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** sRGB transfer function (IEC 61966-2-1), linear 0-1 to encoded 0-1. */
export const encodeSrgb = (linear: number): number =>
  linear <= 0.0031308 ? 12.92 * Math.max(0, linear) : 1.055 * Math.min(1, linear) ** (1 / 2.4) - 0.055

/** The same back: encoded 0-1 to linear 0-1. */
export const decodeSrgb = (encoded: number): number =>
  encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4

const ENCODED = Uint8Array.from({ length: 4096 }, (_, i) => Math.round(255 * encodeSrgb(i / 4095)))

/** Linear light 0-1 to an sRGB byte, by a table of 4,096 steps: for pictures, where a power a pixel is too slow. */
export const srgbByte = (linear: number): number =>
  ENCODED[Math.max(0, Math.min(4095, Math.round(linear * 4095)))] ?? 0
