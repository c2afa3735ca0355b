import { fabricSheet, statedWeightGsm } from './fabrics.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { entry, fabricProduct, madeProduct, text } from './product-entry.ts'

/** Goods of the wool mill in Pavlovsky Posad. */
export const WOOLS: readonly DemoProduct[] = [
  fabricProduct(
    entry(
      'veretyanka',
      'tweed-herringbone',
      'VR-204',
      text('Herringbone tweed, oat and bark', 'Твид «ёлочка», овёс и кора'),
      text(
        'Dyed in the fleece, so that every thread holds four colours.',
        'Крашение в волокне: в каждой нити четыре цвета.',
      ),
    ),
    'tweed-herringbone',
    'OAT',
    'header',
    { price: 14.5, moq: 120, currency: 'EUR', leadDays: 45 },
  ),
  fabricProduct(
    entry(
      'veretyanka',
      'tartan-wool',
      'VR-311',
      text('Milled tartan, northern forest', 'Тартан валяный, северный лес'),
      text('A dark sett with one red and one gold line.', 'Тёмный раппорт с красной и золотой нитью.'),
    ),
    'tartan-wool',
    'NFR',
    'header',
    { price: 12.8, moq: 120, currency: 'EUR', leadDays: 45 },
  ),
  fabricProduct(
    entry(
      'veretyanka',
      'worsted-twill',
      'VR-118',
      text('Worsted 2/2, midnight', 'Костюмная камвольная 2/2, полночь'),
      text(
        'Clear-cut suiting with natural stretch.',
        'Чистострижка, костюмная, с естественной растяжимостью.',
      ),
    ),
    'worsted-twill',
    'MID',
    'header',
    { price: 16.9, moq: 120, currency: 'EUR', leadDays: 50 },
  ),
  fabricProduct(
    entry(
      'veretyanka',
      'coating-camel',
      'VR-420',
      text('Raised coating with camel', 'Пальтовая ворсованная с верблюжьей'),
      text(
        'Milled, raised and cropped: the twill hides under the nap.',
        'Валка, ворсование, стрижка: саржа прячется под ворсом.',
      ),
    ),
    'coating-camel',
    'CAM',
    'bolt',
    { price: 21.5, moq: 80, currency: 'EUR', leadDays: 60 },
  ),
  madeProduct(
    entry(
      'veretyanka',
      'tweed-cushion',
      'VR-C04',
      text('Tweed cushion, charcoal', 'Подушка твидовая, угольная'),
      text('50 by 50 cm, feather-like fill.', '50 на 50 см, наполнитель «искусственный пух».'),
    ),
    'tweed-herringbone',
    'CHA',
    'cushion',
    { price: 19.5, moq: 60, currency: 'EUR', unit: 'H87', hsCode: '9404909000' },
    {
      kind: 'homeTextile',
      style: 'cushion',
      structure: 'herringbone',
      weightGsm: statedWeightGsm(fabricSheet('tweed-herringbone')),
      widthCm: 50,
      lengthCm: 50,
      depthCm: 18,
      fillComposition: [{ fibre: 'polyester', percent: 100 }],
      fillG: 600,
    },
  ),
  madeProduct(
    entry(
      'veretyanka',
      'tartan-throw',
      'VR-T11',
      text('Tartan throw', 'Плед тартан'),
      text('130 by 170 cm, self-fringed.', '130 на 170 см, бахрома из своих нитей.'),
    ),
    'tartan-wool',
    'NFR',
    'drape',
    { price: 34, moq: 50, currency: 'EUR', unit: 'H87', hsCode: '6301209000' },
    {
      kind: 'homeTextile',
      style: 'blanket',
      structure: 'twill22',
      weightGsm: statedWeightGsm(fabricSheet('tartan-wool')),
      widthCm: 130,
      lengthCm: 170,
    },
  ),
]
