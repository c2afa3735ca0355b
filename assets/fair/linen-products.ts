import { fabricSheet, statedWeightGsm } from './fabrics.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { entry, fabricProduct, madeProduct, text } from './product-entry.ts'
import type { LocalText } from '#shared/model/text.ts'

const linen = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('dnyapro-linen', slug, article, name, summary)
/** Goods of the linen house in Orsha. */
export const LINENS: readonly DemoProduct[] = [
  fabricProduct(
    linen(
      'linen-natural',
      'DL-150',
      text('Plain linen, natural flax', 'Лён полотняный, натуральный'),
      text('Wet-spun, softened, the colour of the field.', 'Мокрое прядение, умягчение, цвет поля.'),
    ),
    'linen-natural',
    'FLX',
    'header',
    { price: 6.2, moq: 200, currency: 'EUR' },
  ),
  fabricProduct(
    linen(
      'linen-cornflower',
      'DL-152',
      text('Plain linen, cornflower', 'Лён полотняный, василёк'),
      text('Piece-dyed for dresses that move.', 'Гладкокрашеный, для платьев в движении.'),
    ),
    'linen-natural',
    'CRN',
    'drape',
    { price: 6.6, moq: 200, currency: 'EUR' },
  ),
  fabricProduct(
    linen(
      'linen-check',
      'DL-164',
      text('Linen windowpane', 'Лён в клетку'),
      text('Ink lines on salt white, stone washed.', 'Чернильные линии на белой соли, мягчение камнем.'),
    ),
    'linen-check',
    'WIN',
    'header',
    { price: 6.9, moq: 200, currency: 'EUR' },
  ),
  fabricProduct(
    linen(
      'linen-herringbone',
      'DL-180',
      text('Half-linen herringbone', 'Полулён «ёлочка»'),
      text('Cotton warp, flax weft, for table and kitchen.', 'Основа хлопок, уток лён, для стола и кухни.'),
    ),
    'linen-herringbone',
    'GRS',
    'drape',
    { price: 5.4, moq: 200, currency: 'EUR' },
  ),
  madeProduct(
    linen(
      'linen-napery',
      'DL-N42',
      text('Linen table set, salt', 'Скатерть льняная, соль'),
      text('150 by 250 cm with mitred corners.', '150 на 250 см, углы конвертом.'),
    ),
    'linen-natural',
    'SAL',
    'folded',
    { price: 27, moq: 50, currency: 'EUR', unit: 'H87', hsCode: '6302591000' },
    {
      kind: 'homeTextile',
      style: 'tablecloth',
      structure: 'plain',
      weightGsm: statedWeightGsm(fabricSheet('linen-natural')),
      widthCm: 150,
      lengthCm: 250,
      piecesPerSet: 1,
    },
  ),
  madeProduct(
    linen(
      'linen-apron',
      'DL-A07',
      text('Cross-back apron', 'Фартук с перекрестьем'),
      text('Windowpane linen, one size, two pockets.', 'Лён в клетку, один размер, два кармана.'),
    ),
    'linen-check',
    'WIN',
    'apron',
    { price: 14, moq: 100, currency: 'EUR', unit: 'H87', hsCode: '6211490009' },
    {
      kind: 'garment',
      style: 'apron',
      wearer: 'unisex',
      sizeSystem: 'oneSize',
      sizes: ['one size'],
      shellWeightGsm: statedWeightGsm(fabricSheet('linen-check')),
      massG: 210,
      measurements: [
        { point: 'length', size: 'one size', valueCm: 86, toleranceCm: 1 },
        { point: 'width at hip', size: 'one size', valueCm: 78, toleranceCm: 1 },
      ],
    },
  ),
]
