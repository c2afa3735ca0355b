/** The hall is quiet: whites, aluminium, oak, grey carpet. The goods are the colour. */
export const PALETTE = {
  partition: '#f3f1ec',
  fascia: '#faf9f6',
  outerWall: '#ece9e2',
  steel: '#e9e9e6',
  aluminium: '#c4c8cc',
  oak: '#c9a87c',
  oakDark: '#a98457',
  linen: '#e6dfd2',
  charcoal: '#3b3a38',
  screen: '#20232a',
  aisleCarpet: '#9b9c9c',
  standCarpet: '#c3bfb7',
  concrete: '#b4b1ab',
  ink: '#26221e',
  quietInk: '#77716a',
  madder: '#a6262c',
  sky: '#dfe9f2',
  paper: '#f6f4f0',
} as const

/** Lanyards of look.md: buyer indigo, exhibitor madder, host saffron, organiser green, guest grey. */
export const LANYARD_COLORS = {
  guest: '#8b8f94',
  buyer: '#3c4a86',
  exhibitor: '#a6262c',
  host: '#d0942b',
  organiser: '#3c7a5a',
} as const
