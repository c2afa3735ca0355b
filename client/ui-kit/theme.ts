import { createTheme, type MantineColorsTuple } from '@mantine/core'
import type { Lanyard } from '#shared/model/principal.ts'

// Ten steps each, lightest first; index 7 carries text and filled controls on paper at 4.5:1 or more.
const madder: MantineColorsTuple = [
  '#fbf0ee', '#f3dcd8', '#e6b5ae', '#d88b81', '#cc675b', '#c35144', '#b23c33', '#9d2f2c', '#852524', '#6a1a1b',
] // prettier-ignore
const indigo: MantineColorsTuple = [
  '#f0f2f8', '#dde1ee', '#b8c0dc', '#909dca', '#6f7eba', '#5769ae', '#43569d', '#2c3a6b', '#263360', '#1c274e',
] // prettier-ignore
/** Warm greys from paper to ink. */
const ink: MantineColorsTuple = [
  '#faf8f4', '#f1eee8', '#e2ddd4', '#cdc6ba', '#a59d90', '#7a7267', '#5e574e', '#433d36', '#2e2a25', '#1d1a16',
] // prettier-ignore

/** Apart from each other for the colour-blind too (CIEDE2000 of 8 or more), and at 3:1 or more on paper. */
export const LANYARD_COLOURS = {
  buyer: '#2f6f62',
  designer: '#8451a7',
  press: '#1d1a16',
  visitor: '#5f8ca6',
  exhibitor: '#9d2f2c',
  host: '#2c3a6b',
  organiser: '#a8741a',
} as const satisfies Record<Lanyard, string>

export const theme = createTheme({
  colors: { madder, indigo, ink, gray: ink },
  primaryColor: 'madder',
  primaryShade: 7,
  white: '#ffffff',
  black: '#1d1a16',
  fontFamily: '"Noto Sans Variable", "Noto Sans Armenian Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Noto Serif Display Variable", Georgia, serif', fontWeight: '500' },
  defaultRadius: 2,
  cursorType: 'pointer',
  components: {
    Anchor: { defaultProps: { c: 'indigo.7' } },
    Paper: { defaultProps: { shadow: 'none', withBorder: false } },
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
  },
})
