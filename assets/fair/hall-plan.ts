import type { DemoFair } from './demo-fair.types.ts'

export const FAIR: DemoFair['fair'] = {
  slug: 'warp-and-steppe',
  name: { en: 'Warp & Steppe', ru: 'Основа и степь' },
  tagline: {
    en: 'The fabric fair between the Volga, the Syr Darya and the Ala-Too. Invented companies, real weaves.',
    ru: 'Ярмарка тканей между Волгой, Сырдарьёй и Ала-Тоо. Компании вымышлены, переплетения настоящие.',
  },
  opensAt: '2026-01-01T05:00:00Z',
  closesAt: '2035-12-31T15:00:00Z',
  timeZone: 'Asia/Tashkent',
  utcOffset: '+05:00',
}

/**
 * Hall A, 44 by 32 m: a central aisle of 8 m from the entrance to the stage, a cross aisle of 4 m, islands beside the
 * one and stands back to back beyond them. Hall B, 36 by 26 m, is laid out like it around an aisle of 6 m.
 */
export const HALLS: DemoFair['halls'] = [
  {
    slug: 'hall-a',
    name: 'Hall A',
    widthM: 44,
    depthM: 32,
    entrance: { xM: 0, zM: 14.5, headingDeg: 0 },
    aisles: [
      { name: 'Entrance', xM: 0, zM: 14.25, widthM: 14, depthM: 3.5 },
      { name: 'Foyer', xM: 0, zM: 11, widthM: 44, depthM: 3 },
      { name: 'Central aisle', xM: 0, zM: 6.5, widthM: 8, depthM: 6 },
      { name: 'West aisle', xM: -11.5, zM: 6.5, widthM: 3, depthM: 6 },
      { name: 'East aisle', xM: 11.5, zM: 6.5, widthM: 3, depthM: 6 },
      { name: 'Cross aisle', xM: 0, zM: 1.5, widthM: 44, depthM: 4 },
      { name: 'Central aisle, north', xM: 0, zM: -3.5, widthM: 8, depthM: 6 },
      { name: 'West aisle, north', xM: -11.5, zM: -3.5, widthM: 3, depthM: 6 },
      { name: 'East aisle, north', xM: 13, zM: -3.5, widthM: 6, depthM: 6 },
      { name: 'Back aisle', xM: 0, zM: -8, widthM: 44, depthM: 3 },
    ],
    areas: [
      { kind: 'stage', name: 'Stage', xM: 0, zM: -12.75, widthM: 18, depthM: 6.5, headingDeg: 0 },
      { kind: 'forum', name: 'Trend forum', xM: 14, zM: 14.25, widthM: 12, depthM: 3.5, headingDeg: 180 },
      { kind: 'forum', name: 'Natural dyes', xM: -15.5, zM: -12.75, widthM: 11, depthM: 6, headingDeg: 0 },
      { kind: 'lounge', name: 'Coffee bar', xM: 15.5, zM: -12.75, widthM: 11, depthM: 6, headingDeg: 0 },
      { kind: 'lounge', name: 'Tea house', xM: -17.5, zM: -3.5, widthM: 9, depthM: 6, headingDeg: 0 },
    ],
  },
  {
    slug: 'hall-b',
    name: 'Hall B',
    widthM: 36,
    depthM: 26,
    entrance: { xM: 0, zM: 11.8, headingDeg: 0 },
    aisles: [
      { name: 'Entrance', xM: 0, zM: 11.5, widthM: 12, depthM: 3 },
      { name: 'Foyer', xM: 0, zM: 8.5, widthM: 36, depthM: 3 },
      { name: 'Central aisle', xM: 0, zM: 4, widthM: 6, depthM: 6 },
      { name: 'West aisle', xM: -10.5, zM: 4, widthM: 3, depthM: 6 },
      { name: 'East aisle', xM: 10.5, zM: 4, widthM: 3, depthM: 6 },
      { name: 'Cross aisle', xM: 0, zM: -0.5, widthM: 36, depthM: 3 },
      { name: 'Central aisle, north', xM: 0, zM: -3.5, widthM: 6, depthM: 3 },
      { name: 'West passage', xM: -14.5, zM: -3.5, widthM: 7, depthM: 3 },
      { name: 'West passage, inner', xM: -5.5, zM: -3.5, widthM: 5, depthM: 3 },
      { name: 'East passage', xM: 14.5, zM: -3.5, widthM: 7, depthM: 3 },
      { name: 'East passage, inner', xM: 5.5, zM: -3.5, widthM: 5, depthM: 3 },
      { name: 'Back aisle', xM: 0, zM: -6.5, widthM: 36, depthM: 3 },
    ],
    areas: [
      { kind: 'stage', name: 'Workshop', xM: 0, zM: -10.5, widthM: 14, depthM: 5, headingDeg: 0 },
      { kind: 'forum', name: 'Material library', xM: 11, zM: 11.5, widthM: 9, depthM: 3, headingDeg: 180 },
      { kind: 'forum', name: 'Yarn archive', xM: 12.5, zM: -10.5, widthM: 9, depthM: 5, headingDeg: 0 },
      { kind: 'lounge', name: 'Garden lounge', xM: -12.5, zM: -10.5, widthM: 9, depthM: 5, headingDeg: 0 },
    ],
  },
]
