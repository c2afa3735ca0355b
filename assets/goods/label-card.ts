import { COMPANIES } from '../fair/companies.ts'
import type { DemoProduct } from '../fair/demo-fair.types.ts'
import { PRODUCTS } from '../fair/products.ts'
import { readNotoSans, type FontOutlines } from './font-outlines.ts'

/** Size of the card on a header, in mm. */
export const CARD_MM = { width: 300, height: 62 } as const

const INK = '#2a2522'
const MADDER = '#9c2b2e'

let font: FontOutlines | undefined

type Line = {
  text: string
  x: number
  y: number
  sizeMm: number
  bold?: boolean
  colour?: string
  right?: boolean
}

/** A line of text as outlines, placed in mm; letters that the font lacks are left out. */
const drawn = ({ text, x, y, sizeMm, bold = false, colour = INK, right = false }: Line): string => {
  font ??= readNotoSans()
  const outlines = font
  const { unitsPerEm } = outlines
  let at = 0
  const letters = [...text].map((character) => {
    const glyph = outlines.glyph(character)
    if (!glyph) return ''
    const path = `<path transform="translate(${at} 0)" d="${glyph.path}"/>`
    at += glyph.advance
    return path
  })
  const scale = sizeMm / unitsPerEm
  const left = right ? x - at * scale : x
  const stroke = bold ? ` stroke="${colour}" stroke-width="${unitsPerEm * 0.045}"` : ''
  return `<g transform="translate(${left} ${y}) scale(${scale})" fill="${colour}"${stroke}>${letters.join('')}</g>`
}

const words = (name: string) => name.replace(/([A-Z])/g, ' $1').toLowerCase()

/** What a mill prints on the card of a header, from the product's own data. */
const linesOf = ({ companySlug, name, spec, model }: DemoProduct): Line[] => {
  const company = COMPANIES.find(({ slug }) => slug === companySlug)
  const composition =
    'composition' in spec && spec.composition
      ? spec.composition.map(({ fibre, percent }) => `${percent} % ${words(fibre)}`).join(', ')
      : ''
  const figures = spec.kind === 'fabric' ? `${spec.weightGsm} g/m²   ${spec.widthCm} cm wide` : ''
  const colour = spec.colourways?.find(({ code }) => code === model.colourway)
  return [
    { text: company?.name ?? '', x: 9, y: 14, sizeMm: 8.4, bold: true },
    {
      text: company ? `${company.city}, ${company.country}` : '',
      x: 9,
      y: 21.5,
      sizeMm: 4.6,
      colour: '#6b625b',
    },
    { text: spec.articleNumber, x: 291, y: 14, sizeMm: 8.4, bold: true, right: true, colour: MADDER },
    {
      text: colour ? `${colour.code}  ${colour.name.en}` : model.colourway,
      x: 291,
      y: 21.5,
      sizeMm: 4.6,
      right: true,
    },
    { text: name.en, x: 9, y: 38, sizeMm: 6.6 },
    { text: composition, x: 9, y: 46.6, sizeMm: 5.4 },
    { text: figures, x: 9, y: 55, sizeMm: 5.4 },
  ]
}

/** The product whose card this one carries: goods of the large fair carry those of the small one. */
const cardOwner = (product: DemoProduct): DemoProduct =>
  PRODUCTS.find(({ slug }) => slug === product.model.card) ?? product

/** What is printed on a product's card: it belongs to what the model is made from. */
export const cardTexts = (product: DemoProduct): string[] =>
  linesOf(cardOwner(product)).map(({ text }) => text)

/** The card of a product as an SVG in mm, its text as outlines: it looks the same wherever it is drawn. */
export const labelCard = (product: DemoProduct): string => {
  const { width, height } = CARD_MM
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#f6f2ea"/><path d="M9 27.5H291" stroke="${INK}" stroke-width="0.35"/>${linesOf(cardOwner(product)).map(drawn).join('')}</svg>`
}
