import { ProductSpec } from '#shared/model/product-specs.ts'
import type { LocalText } from '#shared/model/text.ts'
import type { DemoProduct, GoodsShape } from './demo-fair.types.ts'
import { COMPANIES } from './companies.ts'
import { colourwaysOf, compositionOf, fabricData, fabricSheet, statedWeightGsm, testsOf } from './fabrics.ts'
import { MATERIALS } from './materials.ts'

type Terms = {
  price: number
  moq: number
  currency?: 'USD' | 'EUR' | 'RUB' | 'BYN' | 'KZT' | 'KGS' | 'UZS' | 'TJS'
  unit?: 'MTR' | 'H87' | 'PR' | 'SET' | 'DMK' | 'TNE'
  leadDays?: number
  hsCode: string
}

const companyOf = (slug: string) => {
  const company = COMPANIES.find((candidate) => candidate.slug === slug)
  if (!company) throw new RangeError(`no company ${slug}`)
  return company
}

/** Three price tiers, 6 and 12 % down at five and twenty times the smallest order. */
const tradeTerms = (companySlug: string, terms: Terms) => {
  const { country, city } = companyOf(companySlug)
  const [second, third] = [terms.moq * 5, terms.moq * 20]
  return {
    unit: terms.unit ?? 'MTR',
    currency: terms.currency ?? 'USD',
    tiers: [
      { from: terms.moq, below: second, price: terms.price.toFixed(2) },
      { from: second, below: third, price: (terms.price * 0.94).toFixed(2) },
      { from: third, below: null, price: (terms.price * 0.88).toFixed(2) },
    ],
    moqPerColour: terms.moq,
    moqPerOrder: terms.moq,
    quantityTolerancePercent: 5,
    sampleLeadTimeDays: 5,
    leadTimeDays: terms.leadDays ?? 30,
    capacityPerMonth: terms.moq * 120,
    incoterms: [{ term: 'FCA', place: city }, { term: 'DAP', place: 'by agreement' }],
    hsCode: terms.hsCode,
    originCountry: country,
  } // prettier-ignore
}

type Entry = { slug: string; company: string; article: string; name: LocalText; summary: LocalText }

const text = (en: string, ru: string): LocalText => ({ en, ru })

/** A fabric by the metre. Throws where its sheet makes no valid spec. */
export const fabricProduct = (
  entry: Entry,
  sheetSlug: string,
  colourway: string,
  shape: GoodsShape,
  terms: Omit<Terms, 'hsCode'>,
): DemoProduct => {
  const sheet = fabricSheet(sheetSlug)
  return {
    slug: entry.slug,
    companySlug: entry.company,
    name: entry.name,
    summary: entry.summary,
    model: { shape, fabric: sheetSlug, colourway },
    spec: ProductSpec.parse({
      ...fabricData(sheet),
      articleNumber: entry.article,
      colourways: colourwaysOf(sheet),
      careCodes:
        sheet.composition[0]?.[0] === 'cotton'
          ? ['wash40', 'noBleach', 'ironMedium']
          : ['wash30', 'noBleach', 'ironLow'],
      tests: testsOf(sheet, entry.article),
      certificates: companyOf(entry.company).certificates.slice(0, 1),
      trade: tradeTerms(entry.company, { ...terms, hsCode: sheet.hsCode }),
    }),
  }
}

/** Goods made from a fabric of the demo or from one of `MATERIALS`. Throws where they make no valid spec. */
export const madeProduct = (
  entry: Entry,
  materialSlug: string,
  colourway: string,
  shape: GoodsShape,
  terms: Terms,
  data: Record<string, unknown>,
): DemoProduct => {
  const material = MATERIALS.find((candidate) => candidate.slug === materialSlug)
  const sheet = material ? undefined : fabricSheet(materialSlug)
  const article = entry.article
  return {
    slug: entry.slug,
    companySlug: entry.company,
    name: entry.name,
    summary: entry.summary,
    model: { shape, fabric: materialSlug, colourway },
    spec: ProductSpec.parse({
      ...(sheet && { composition: compositionOf(sheet) }),
      ...data,
      articleNumber: article,
      colourways: sheet ? colourwaysOf(sheet) : material?.colourways,
      tests: sheet ? testsOf(sheet, article).slice(0, 6) : [],
      certificates: companyOf(entry.company).certificates.slice(0, 1),
      trade: tradeTerms(entry.company, terms),
    }),
  }
}

const zarbuloq = (slug: string, article: string, name: LocalText, summary: LocalText): Entry => ({
  slug, article, name, summary, company: 'zarbuloq-mills',
}) // prettier-ignore
const entry = (company: string, slug: string, article: string, name: LocalText, summary: LocalText): Entry => ({
  slug, article, name, summary, company,
}) // prettier-ignore

const COTTONS: readonly DemoProduct[] = [
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
    'header',
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

const WOOLS: readonly DemoProduct[] = [
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

const linen = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('dnyapro-linen', slug, article, name, summary)
const LINENS: readonly DemoProduct[] = [
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
    'bolt',
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

const knit = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('kyzyl-alma-knit', slug, article, name, summary)
const KNITS: readonly DemoProduct[] = [
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

const sarytau = (slug: string, article: string, name: LocalText, summary: LocalText) =>
  entry('sarytau-leather', slug, article, name, summary)
const LEATHERS: readonly DemoProduct[] = [
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
      averageAreaDm2: 210,
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
const SILK_AND_COTTON: readonly DemoProduct[] = [
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

/** Every product of the demo fair, with its company and the model that is generated for it. */
export const PRODUCTS: readonly DemoProduct[] = [
  ...COTTONS, ...WOOLS, ...LINENS, ...KNITS, ...LEATHERS, ...SILK_AND_COTTON,
] // prettier-ignore
