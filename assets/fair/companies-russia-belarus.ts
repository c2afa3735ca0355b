import { company, person } from './company-entry.ts'

/** Exhibitors from Ivanovo, Nerekhta, Cheboksary, Hrodna, Baranavichy and Babruisk. */
export const NORTHERN_COMPANIES = [
  company({
    slug: 'talka-cotton', name: 'Talka Plain Cottons', country: 'RU', city: 'Ivanovo',
    trade: ['Cotton weaving and dyeing', 'Хлопкоткачество и крашение'],
    address: '26 Krasilnaya ulitsa, Ivanovo 153002, Russia (invented)', languages: ['ru', 'en'], founded: 1974,
    story: [
      'Ivanovo has woven calico for two centuries, and Talka has woven it for fifty years beside the river it is named after. We make few qualities and make them evenly: calico, percale, damask and a gabardine for raincoats. Every roll is inspected on the lit table by two people who sign it, and we pay for the metre they missed.',
      'Иваново ткёт бязь два столетия, а «Талка» — пятьдесят лет, на реке, по которой названа. Артикулов у нас немного, зато они ровные: бязь, перкаль, дамаск и габардин для плащей. Каждый рулон проверяют на световом столе два контролёра и расписываются; за пропущенный метр платим мы.',
    ],
    certificates: [['trCu017', 'Cotton fabrics, layers 1 and 2'], ['oekoTexStandard100', 'Woven cotton, product class I']],
  }),
  company({
    slug: 'nerekhta-flax', name: 'Nerekhta Flax', country: 'RU', city: 'Nerekhta',
    trade: ['Linen weaving and made-up linen', 'Льноткачество и швейные изделия из льна'],
    address: '9 Lnyanaya naberezhnaya, Nerekhta, Kostroma Region 157800, Russia (invented)', languages: ['ru', 'en'], founded: 1989,
    story: [
      'Long flax from the Kostroma fields, short flax for canvas, nothing thrown away: the shive heats our boiler house. Thirty-two rapier looms weave sheets 260 cm wide, and the sewing hall in the old school turns them into bed linen the same week.',
      'Долгунец с костромских полей, короткое волокно — на холст, ничего не пропадает: костра топит нашу котельную. Тридцать два рапирных станка ткут полотно шириной 260 см, а швейный цех в бывшей школе на той же неделе шьёт из него постельное бельё.',
    ],
    certificates: [['trCu017', 'Linen fabrics and bed linen']],
  }),
  company({
    slug: 'cheboksary-workwear', name: 'Yadrin Technical Cloth', country: 'RU', city: 'Cheboksary',
    trade: ['Technical and workwear fabrics', 'Технические ткани и ткани для спецодежды'],
    address: '54 Tekstilny prospekt, Cheboksary 428008, Russia (invented)', languages: ['ru', 'en', 'tr'], founded: 2001,
    story: [
      'We weave what has to hold: polyester and cotton for welders and road crews, ripstop for kites and tents, taslan for jackets. The laboratory tears a strip from each lot before the lot may leave, and the figures travel with the roll.',
      'Мы ткём то, что обязано выдержать: смесовые ткани для сварщиков и дорожников, рипстоп для палаток и кайтов, таслан для курток. Лаборатория рвёт полоску от каждой партии, прежде чем партия уедет, и цифры едут вместе с рулоном.',
    ],
    certificates: [['iso9001', 'Weaving and coating of technical fabrics'], ['trCu017', 'Fabrics for workwear']],
  }),
  company({
    slug: 'hrodna-shirts', name: 'Neman Shirt Works', country: 'BY', city: 'Hrodna',
    trade: ['Shirts, blouses and dresses', 'Сорочки, блузки и платья'],
    address: '15 Vulica Krojčych, Hrodna 230023, Belarus (invented)', languages: ['be', 'ru', 'en'], founded: 1995,
    story: [
      'Collars are our reputation: fused, turned and topstitched by the same woman from the first shirt to the last of an order. We cut for six chains and forty small labels, keep their blocks for ten years, and send a fit sample in five days.',
      'Воротник — наше имя: от первой сорочки до последней в заказе его дублирует, вывёртывает и отстрачивает одна и та же швея. Мы кроим для шести сетей и сорока небольших марок, храним их лекала десять лет и присылаем примерочный образец за пять дней.',
    ],
    certificates: [['trCu017', 'Woven garments, layers 1 and 2'], ['originCt1', 'Shirts of Belarusian origin']],
  }),
  company({
    slug: 'baranavichy-bed', name: 'Ščara Bed Linen', country: 'BY', city: 'Baranavichy',
    trade: ['Bed linen and table linen', 'Постельное и столовое бельё'],
    address: '70 Vulica Čapajeva, Baranavichy 225406, Belarus (invented)', languages: ['be', 'ru', 'en'], founded: 1983,
    story: [
      'Bed linen for hospitals taught us to sew seams that survive ninety degrees; bed linen for hotels taught us to iron. Now we do both at home sizes, in percale, sateen and linen, folded so that the pillowcase carries the set.',
      'Бельё для больниц научило нас шить швы, которые держат девяносто градусов; бельё для гостиниц — гладить. Теперь мы делаем то и другое в домашних размерах: перкаль, сатин, лён; комплект уложен в собственную наволочку.',
    ],
    certificates: [['oekoTexStandard100', 'Bed linen, product class I'], ['originCt1', 'Bed linen of Belarusian origin']],
  }),
  company({
    slug: 'babruisk-shoes', name: 'Biarozka Footwear', country: 'BY', city: 'Babruisk',
    trade: ['Sneakers and everyday shoes', 'Кроссовки и повседневная обувь'],
    address: '31 Vulica Šaŭcoŭ, Babruisk 213826, Belarus (invented)', languages: ['ru', 'be', 'en'], founded: 2004,
    story: [
      'A last maker, a cutting room and a cementing line under one roof, nine hundred pairs a day. We buy leather in Taraz and canvas in Namangan, and print on each insole who closed the upper.',
      'Колодочник, раскройный цех и клеевой конвейер под одной крышей, девятьсот пар в день. Кожу покупаем в Таразе, парусину — в Намангане, а на стельке печатаем имя того, кто собирал заготовку.',
    ],
    certificates: [['trCu017', 'Footwear for adults'], ['trCu007', 'Footwear for children']],
  }),
] // prettier-ignore

export const NORTHERN_PEOPLE = [
  person('Galina Vetrova', 'galina', 'owner', 'Commercial director', 'Коммерческий директор', 'ru', 'talka-cotton'),
  person('Roman Kosarev', 'roman', 'member', 'Head of the dye house', 'Начальник красильного цеха', 'ru', 'talka-cotton'),
  person('Pyotr Lnov', 'pyotr', 'owner', 'Mill manager', 'Управляющий фабрикой', 'ru', 'nerekhta-flax'),
  person('Alina Yefimova', 'alina', 'owner', 'Product manager', 'Менеджер по продукту', 'ru', 'cheboksary-workwear'),
  person('Taciana Kavalenka', 'taciana', 'owner', 'Head of sales', 'Руководитель продаж', 'ru', 'hrodna-shirts'),
  person('Siarhei Mikulich', 'siarhei', 'owner', 'Director', 'Директор', 'ru', 'baranavichy-bed'),
  person('Halina Zhuk', 'halina', 'member', 'Export', 'Экспорт', 'ru', 'baranavichy-bed'),
  person('Ihar Dubrouski', 'ihar', 'owner', 'Head of design', 'Главный модельер', 'ru', 'babruisk-shoes'),
] // prettier-ignore
