import { fabricSheet, statedWeightGsm } from './fabrics.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { fabricProduct, madeProduct, text, type Entry } from './product-entry.ts'
import type { LocalText } from '#shared/model/text.ts'

const zarbuloq = (slug: string, article: string, name: LocalText, summary: LocalText): Entry => ({
  slug, article, name, summary, company: 'zarbuloq-mills',
}) // prettier-ignore
/** Goods of the cotton mill in Namangan. */
export const COTTONS: readonly DemoProduct[] = [
  fabricProduct(
    zarbuloq(
      'denim-rigid',
      'ZB-3101',
      text('Rigid denim, rope-dyed', 'Деним нестираный, жгутового крашения'),
      text(
        'Right-hand 3/1 with slub warp; breaks white at the fold.',
        'Правая саржа 3/1 с основой-слаб; на сгибе светлеет.',
      ),
    ),
    'denim-rigid',
    'IND',
    'header',
    { price: 4.9, moq: 1000, leadDays: 35 },
  ),
  fabricProduct(
    zarbuloq(
      'chambray',
      'ZB-1102',
      text('Chambray, washed sky', 'Шамбре, стираный небесный'),
      text('Indigo warp, white weft, already soft.', 'Основа индиго, белый уток, мягкая с первого дня.'),
    ),
    'chambray',
    'SKY',
    'header',
    { price: 3.1, moq: 800 },
  ),
  fabricProduct(
    zarbuloq(
      'chambray-clay',
      'ZB-1103',
      text('Chambray, red clay', 'Шамбре, красная глина'),
      text('The same cloth over a madder-red warp.', 'Та же ткань по основе цвета марены.'),
    ),
    'chambray',
    'CLY',
    'drape',
    { price: 3.2, moq: 800 },
  ),
  fabricProduct(
    zarbuloq(
      'poplin-54',
      'ZB-1054',
      text('Poplin 54/30, white', 'Поплин 54/30, белый'),
      text(
        'Compact yarns, mercerised, a quiet shirt cloth.',
        'Компактная пряжа, мерсеризация, спокойная сорочечная ткань.',
      ),
    ),
    'poplin-54',
    'WHT',
    'header',
    { price: 2.6, moq: 1000 },
  ),
  fabricProduct(
    zarbuloq(
      'oxford-38',
      'ZB-1238',
      text('Oxford, college blue', 'Оксфорд, голубой'),
      text('Two fine ends over one full pick.', 'Две тонкие нити основы через полную уточину.'),
    ),
    'oxford-38',
    'BLU',
    'header',
    { price: 3.3, moq: 800 },
  ),
  fabricProduct(
    zarbuloq(
      'oxford-rose',
      'ZB-1239',
      text('Oxford, dusty rose', 'Оксфорд, пыльная роза'),
      text('The oxford of the house in a spring colour.', 'Фирменный оксфорд в весеннем цвете.'),
    ),
    'oxford-38',
    'ROS',
    'header',
    { price: 3.3, moq: 800 },
  ),
  fabricProduct(
    zarbuloq(
      'shirting-stripe',
      'ZB-1140',
      text('Bengal stripe shirting', 'Сорочечная в бенгальскую полоску'),
      text('Twelve indigo ends, twelve white.', 'Двенадцать нитей индиго, двенадцать белых.'),
    ),
    'shirting-stripe',
    'BST',
    'header',
    { price: 2.9, moq: 800 },
  ),
  fabricProduct(
    zarbuloq(
      'chino-twill',
      'ZB-2142',
      text('Peached chino twill, sand', 'Саржа для чинос, песочная'),
      text(
        '2/1 twill with a little stretch and a soft face.',
        'Саржа 2/1 с небольшой растяжимостью и мягкой поверхностью.',
      ),
    ),
    'chino-twill',
    'SND',
    'header',
    { price: 3.6, moq: 1000 },
  ),
  fabricProduct(
    zarbuloq(
      'ripstop-cotton',
      'ZB-4040',
      text('Ripstop, moss', 'Рипстоп, мох'),
      text(
        'Cotton and polyamide, repels water without fluorine.',
        'Хлопок с полиамидом, водоотталкивание без фтора.',
      ),
    ),
    'ripstop-cotton',
    'MOS',
    'header',
    { price: 3.8, moq: 1000 },
  ),
  fabricProduct(
    zarbuloq(
      'drill-work',
      'ZB-2336',
      text('Workwear drill, navy', 'Рабочий диагональ, тёмно-синий'),
      text('3/1 drill that survives industrial laundry.', 'Саржа 3/1, выдерживает промышленную стирку.'),
    ),
    'drill-work',
    'NVY',
    'bolt',
    { price: 3.2, moq: 1500 },
  ),
  fabricProduct(
    zarbuloq(
      'flannel-check',
      'ZB-1522',
      text('Flannel check, madder and ink', 'Фланель в клетку, марена и чернила'),
      text('Yarn-dyed twill, raised on both sides.', 'Пестротканая саржа с двусторонним начёсом.'),
    ),
    'flannel-check',
    'MAD',
    'folded',
    { price: 3.7, moq: 600 },
  ),
  fabricProduct(
    zarbuloq(
      'sateen-bed',
      'ZB-5280',
      text('Bed sateen 280 cm, sage', 'Сатин постельный 280 см, шалфей'),
      text(
        'Five-end satin, wide enough for a sheet without a seam.',
        'Пятиремизный сатин: простыня без шва.',
      ),
    ),
    'sateen-bed',
    'SGE',
    'drape',
    { price: 4.4, moq: 600 },
  ),
  fabricProduct(
    zarbuloq(
      'canvas-basket',
      'ZB-6020',
      text('Basket canvas, natural', 'Полотно рогожка, суровое'),
      text('Two-ply yarns, for bags and covers.', 'Кручёная пряжа, для сумок и чехлов.'),
    ),
    'canvas-basket',
    'NAT',
    'roll',
    { price: 4.1, moq: 500 },
  ),
  madeProduct(
    zarbuloq(
      'terry-towel',
      'ZB-7045',
      text('Terry towels, turquoise', 'Махровые полотенца, бирюза'),
      text('Two-ply loops, tumbled, 50 by 90 cm.', 'Кручёная петля, обработка в барабане, 50 на 90 см.'),
    ),
    'terry-loop',
    'TRQ',
    'towels',
    { price: 2.35, moq: 1000, unit: 'H87', hsCode: '6302600000' },
    {
      kind: 'homeTextile',
      style: 'towel',
      structure: 'terryLoop',
      weightGsm: statedWeightGsm(fabricSheet('terry-loop')),
      widthCm: 50,
      lengthCm: 90,
      piecesPerSet: 1,
    },
  ),
  madeProduct(
    zarbuloq(
      'sateen-cushion',
      'ZB-5201',
      text('Sateen cushion, pearl', 'Подушка из сатина, жемчуг'),
      text('45 by 45 cm, piped, washable cover.', '45 на 45 см, с кантом, съёмный чехол.'),
    ),
    'sateen-bed',
    'PRL',
    'cushion',
    { price: 6.8, moq: 300, unit: 'H87', hsCode: '9404909000' },
    {
      kind: 'homeTextile',
      style: 'cushion',
      structure: 'satin5',
      weightGsm: statedWeightGsm(fabricSheet('sateen-bed')),
      widthCm: 45,
      lengthCm: 45,
      depthCm: 16,
      threadsPerCm2: 106,
      fillComposition: [{ fibre: 'polyester', percent: 100 }],
      fillG: 420,
    },
  ),
]
