import { fabricSheet, statedWeightGsm } from './fabrics.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { entry, fabricProduct, madeProduct, text } from './product-entry.ts'
import type { LocalText } from '#shared/model/text.ts'

const knit = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('kyzyl-alma-knit', slug, article, name, summary)
/** Goods of the knitter in Bishkek. */
export const KNITS: readonly DemoProduct[] = [
  fabricProduct(
    knit(
      'jersey-melange',
      'KA-180',
      text('Single jersey, grey melange', 'Кулирная гладь, серый меланж'),
      text('Compact cotton, bio-polished.', 'Компактный хлопок, биополировка.'),
    ),
    'jersey-180',
    'MEL',
    'header',
    { price: 3.9, moq: 300 },
  ),
  fabricProduct(
    knit(
      'rib-merino',
      'KA-415',
      text('Merino rib 1x1, saffron', 'Ластик 1х1 с мериносом, шафран'),
      text('Springs back after every wear.', 'Возвращает форму после каждой носки.'),
    ),
    'rib-merino',
    'SAF',
    'header',
    { price: 11.2, moq: 150 },
  ),
  fabricProduct(
    knit(
      'pique-juniper',
      'KA-220',
      text('Pique, juniper', 'Пике, можжевельник'),
      text('Dry polo cloth with a clear cell.', 'Сухое полотно для поло с чёткой ячейкой.'),
    ),
    'pique-220',
    'JUN',
    'header',
    { price: 4.6, moq: 300 },
  ),
  madeProduct(
    knit(
      'jersey-tunic',
      'KA-T21',
      text('A-line tunic, apricot', 'Туника трапеция, абрикос'),
      text('Cut from 180 jersey, sizes 42 to 54.', 'Из кулирной глади, размеры 42–54.'),
    ),
    'jersey-180',
    'APR',
    'tunic',
    { price: 9.4, moq: 300, unit: 'H87', leadDays: 24, hsCode: '6106100000' },
    {
      kind: 'garment',
      style: 'tunic',
      wearer: 'women',
      sizeSystem: 'GOST',
      sizes: ['42', '44', '46', '48', '50', '52', '54'],
      shellWeightGsm: statedWeightGsm(fabricSheet('jersey-180')),
      massG: 240,
      measurements: [
        { point: 'chest, half', size: '46', valueCm: 48, toleranceCm: 1 },
        { point: 'length from shoulder', size: '46', valueCm: 80, toleranceCm: 1 },
      ],
    },
  ),
  madeProduct(
    knit(
      'canvas-tote',
      'KA-B05',
      text('Canvas tote', 'Сумка-шопер'),
      text('Basket canvas, boxed bottom, long handles.', 'Полотно рогожка, объёмное дно, длинные ручки.'),
    ),
    'canvas-basket',
    'NAT',
    'tote',
    { price: 4.8, moq: 300, unit: 'H87', leadDays: 21, hsCode: '4202929800' },
    {
      kind: 'accessory',
      style: 'tote',
      shellWeightGsm: statedWeightGsm(fabricSheet('canvas-basket')),
      widthCm: 38,
      heightCm: 40,
      depthCm: 10,
      massG: 260,
    },
  ),
]
