import { fabricSheet, statedWeightGsm } from './fabrics.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { entry, fabricProduct, madeProduct, text } from './product-entry.ts'
import type { LocalText } from '#shared/model/text.ts'

const sarytau = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('sarytau-leather', slug, article, name, summary)
/** Goods of a tannery in Taraz, and of a silk and cotton house in Khujand. */
export const LEATHERS: readonly DemoProduct[] = [
  madeProduct(
    sarytau(
      'cattle-saddle',
      'SL-110',
      text('Saddle leather, pit tanned', 'Шорно-седельная, ямного дубления'),
      text(
        'Full grain, 2.2 mm, thirty days in oak bark.',
        'Полнозернистая, 2,2 мм, тридцать дней в дубовой коре.',
      ),
    ),
    'leather-saddle',
    'TAN',
    'skin',
    { price: 0.42, moq: 5000, unit: 'DMK', leadDays: 40, hsCode: '4107111100' },
    {
      kind: 'leather',
      species: 'cattle',
      tannage: 'vegetable',
      article: 'fullGrain',
      thicknessMm: 2.2,
      averageAreaDm2: 150,
      use: 'bags',
      selection: 'I-III',
    },
  ),
  madeProduct(
    sarytau(
      'sheep-suede',
      'SL-240',
      text('Sheep suede, plum', 'Замша овечья, слива'),
      text('Chrome-free, 0.8 mm, for gloves and garments.', 'Бесхромовая, 0,8 мм, для перчаток и одежды.'),
    ),
    'suede-sheep',
    'PLM',
    'skin',
    { price: 0.31, moq: 3000, unit: 'DMK', leadDays: 35, hsCode: '4114101000' },
    {
      kind: 'leather',
      species: 'sheep',
      tannage: 'chromeFree',
      article: 'suede',
      thicknessMm: 0.8,
      averageAreaDm2: 62,
      use: 'garment',
    },
  ),
  madeProduct(
    sarytau(
      'felt-slippers',
      'SL-F36',
      text('Felt slippers', 'Войлочные тапочки'),
      text(
        'Wet-felted wool on a leather sole, EU 36 to 46.',
        'Мокрое валяние, кожаная подошва, размеры 36–46.',
      ),
    ),
    'felt-wool',
    'ASH',
    'slipper',
    { price: 11.5, moq: 100, unit: 'PR', leadDays: 28, hsCode: '6405209100' },
    {
      kind: 'footwear',
      style: 'slipper',
      wearer: 'unisex',
      upper: 'felt',
      lining: 'felt',
      outsole: 'leather',
      construction: 'stitched',
      smallestMm: 230,
      largestMm: 300,
      smallestEu: 36,
      largestEu: 46,
      heelMm: 4,
      massG: 320,
    },
  ),
  madeProduct(
    sarytau(
      'leather-tote',
      'SL-B12',
      text('Leather tote, saddle tan', 'Сумка кожаная, седельная'),
      text('Unlined, raw edges burnished by hand.', 'Без подкладки, срез полирован вручную.'),
    ),
    'leather-saddle',
    'TAN',
    'tote',
    { price: 46, moq: 30, unit: 'H87', leadDays: 35, hsCode: '4202210000' },
    {
      kind: 'accessory',
      style: 'tote',
      material: 'Cattle leather, vegetable tanned',
      widthCm: 38,
      heightCm: 40,
      depthCm: 10,
      massG: 780,
    },
  ),
]

const darvoza = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('darvoza-silk-cotton', slug, article, name, summary)
/** Goods of a tannery in Taraz, and of a silk and cotton house in Khujand. */
export const SILK_AND_COTTON: readonly DemoProduct[] = [
  madeProduct(
    darvoza(
      'cotton-bale',
      'DV-026',
      text('Cotton lint, crop 2025', 'Хлопок-волокно, урожай 2025'),
      text(
        'Upland, saw ginned, instrument classed bale by bale.',
        'Упланд, пильный джин, инструментальная оценка каждой кипы.',
      ),
    ),
    'cotton-lint',
    'RAW',
    'bale',
    { price: 1780, moq: 20, unit: 'TNE', leadDays: 20, hsCode: '5201009000' },
    {
      kind: 'rawMaterial',
      form: 'lint',
      composition: [{ fibre: 'cotton', percent: 100 }],
      stapleMm: 28.6,
      micronaire: 4.3,
      strengthGPerTex: 29.5,
      uniformityPercent: 82.4,
      reflectanceRd: 77,
      yellownessB: 8.9,
      trashPercent: 2.4,
      moisturePercent: 7.1,
      cropYear: 2025,
      baleKg: 215,
      bales: 640,
      uzType: 4,
      uzGrade: 'I',
    },
  ),
  fabricProduct(
    darvoza(
      'silk-satin',
      'DV-808',
      text('Silk satin, pomegranate', 'Шёлковый атлас, гранат'),
      text(
        'Eight-end satin of reeled silk, long floats, deep light.',
        'Восьмиремизный атлас из шёлка-сырца: длинные перекрытия, глубокий блеск.',
      ),
    ),
    'silk-satin',
    'POM',
    'drape',
    { price: 18.5, moq: 60 },
  ),
  fabricProduct(
    darvoza(
      'adras-stripe',
      'DV-052',
      text('Adras, Khujand stripe', 'Адрас, худжандская полоса'),
      text(
        'Silk warp, cotton weft, woven 50 cm wide as ever.',
        'Шёлковая основа, хлопковый уток, ширина 50 см, как всегда.',
      ),
    ),
    'adras-stripe',
    'KHU',
    'drape',
    { price: 9.8, moq: 60 },
  ),
  madeProduct(
    darvoza(
      'adras-scarf',
      'DV-S05',
      text('Adras scarf', 'Шарф из адраса'),
      text('50 by 180 cm, fringed by hand.', '50 на 180 см, бахрома вручную.'),
    ),
    'adras-stripe',
    'KHU',
    'scarf',
    { price: 14.5, moq: 50, unit: 'H87', hsCode: '6214100009' },
    {
      kind: 'accessory',
      style: 'scarf',
      wearer: 'unisex',
      shellWeightGsm: statedWeightGsm(fabricSheet('adras-stripe')),
      widthCm: 50,
      heightCm: 180,
      massG: 75,
    },
  ),
]
