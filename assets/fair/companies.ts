import type { DemoCompany, DemoPerson } from './demo-fair.types.ts'

type Scheme = DemoCompany['certificates'][number]['scheme']

/** Every certificate of the demo says that it's an example, in its number, its issuer and its state. */
const example = (holder: string, scheme: Scheme, scope: string): DemoCompany['certificates'][number] => ({
  scheme,
  number: `EXAMPLE-${scheme.toUpperCase()}-0001`,
  issuer: 'Example certification body (invented)',
  holder,
  scope,
  validFrom: '2026-01-15',
  validTo: '2027-01-14',
  proof: { state: 'example' },
})

/** Invented companies: names, addresses and people exist only here. */
export const COMPANIES: readonly DemoCompany[] = [
  {
    slug: 'zarbuloq-mills',
    name: 'Zarbuloq Mills',
    trade: { en: 'Cotton weaving mill', ru: 'Хлопкоткацкая фабрика' },
    country: 'UZ',
    city: 'Namangan',
    address: '18 Chashma koʻchasi, Namangan 160100, Uzbekistan (invented)',
    website: 'https://zarbuloq.example',
    languages: ['uz', 'ru', 'en'],
    founded: 1998,
    story: {
      en: 'Zarbuloq spins, weaves and finishes cotton within forty kilometres of the fields it grows in. Two hundred and ten looms, an indigo rope range and a finishing house of our own let us answer for a metre of denim from the seed to the roll. We keep the loom settings of every quality we ever sold, so a repeat order after five years is still the same cloth.',
      ru: 'Зарбулок прядёт, ткёт и отделывает хлопок в сорока километрах от полей, где он растёт. Двести десять станков, линия жгутового крашения индиго и собственная отделка позволяют нам отвечать за метр денима от семени до рулона. Мы храним заправки каждого артикула, поэтому повторный заказ через пять лет — всё та же ткань.',
    },
    certificates: [
      example('Zarbuloq Mills', 'oekoTexStandard100', 'Woven cotton fabrics, product class II'),
      example('Zarbuloq Mills', 'betterCotton', 'Sourcing of cotton lint'),
      example('Zarbuloq Mills', 'trCu017', 'Cotton fabrics for adult garments'),
    ],
  },
  {
    slug: 'veretyanka',
    name: 'Veretyanka',
    trade: { en: 'Wool weaving and finishing', ru: 'Шерстоткачество и отделка' },
    country: 'RU',
    city: 'Pavlovsky Posad',
    address: '7 Stanochny proyezd, Pavlovsky Posad, Moscow Region 142500, Russia (invented)',
    website: 'https://veretyanka.example',
    languages: ['ru', 'en'],
    founded: 1931,
    story: {
      en: 'A wool mill on a slow river, in the same brick sheds since 1931. We dye in the fleece, card slowly and full in wooden stocks, because a tweed that is hurried never softens. Designers come for the archive of four thousand patterns; tailors come back for cloth that keeps its crease.',
      ru: 'Шерстяная фабрика на тихой реке, в тех же кирпичных корпусах с 1931 года. Мы красим в волокне, чешем не спеша и валяем в деревянных толчеях: твид, сделанный в спешке, мягким не станет. Дизайнеры приходят за архивом в четыре тысячи рисунков, портные возвращаются за тканью, которая держит складку.',
    },
    certificates: [
      example('Veretyanka', 'rws', 'Woollen and worsted fabrics'),
      example('Veretyanka', 'trCu017', 'Wool fabrics'),
    ],
  },
  {
    slug: 'dnyapro-linen',
    name: 'Dnyapro Linen House',
    trade: { en: 'Linen fabrics and table linen', ru: 'Льняные ткани и столовое бельё' },
    country: 'BY',
    city: 'Orsha',
    address: '3 Vulica Lianaja, Orsha 211391, Belarus (invented)',
    website: 'https://dnyapro-linen.example',
    languages: ['be', 'ru', 'en'],
    founded: 2006,
    story: {
      en: 'Flax is retted by dew on the fields of Vitebsk region, and we buy it by the field, not by the bale. Wet-spun yarn, wide looms and a tumbling house that washes with stones and patience: the linen leaves us as soft as it will be after twenty washes at home.',
      ru: 'Лён вылёживается в росе на полях Витебщины, и мы покупаем его полем, а не кипой. Мокрое прядение, широкие станки и цех мягчения, где стирают с камнем и терпением: наш лён выходит таким мягким, каким дома станет после двадцати стирок.',
    },
    certificates: [
      example('Dnyapro Linen House', 'oekoTexStandard100', 'Linen fabrics, product class II'),
      example('Dnyapro Linen House', 'originCt1', 'Linen fabrics of Belarusian origin'),
    ],
  },
  {
    slug: 'kyzyl-alma-knit',
    name: 'Kyzyl Alma Knit',
    trade: { en: 'Circular knits and knitwear', ru: 'Трикотажное полотно и изделия' },
    country: 'KG',
    city: 'Bishkek',
    address: '112 Almaluu köchösü, Bishkek 720017, Kyrgyzstan (invented)',
    website: 'https://kyzyl-alma.example',
    languages: ['ky', 'ru', 'en'],
    founded: 2012,
    story: {
      en: 'We began with six sewing machines and the habit of answering on the same day. Today we knit, dye and sew under one roof in Bishkek: from a lab dip to a carton of tunics in twenty-four days, in runs from three hundred pieces, with the name of every seamstress on the packing list.',
      ru: 'Мы начинали с шести швейных машин и привычки отвечать в тот же день. Сегодня мы вяжем, красим и шьём под одной крышей в Бишкеке: от пробы цвета до короба туник за двадцать четыре дня, партиями от трёхсот штук, с именем каждой швеи в упаковочном листе.',
    },
    certificates: [
      example('Kyzyl Alma Knit', 'gots', 'Knitted fabrics and garments'),
      example('Kyzyl Alma Knit', 'trCu017', 'Knitwear, layers 1 and 2'),
    ],
  },
  {
    slug: 'sarytau-leather',
    name: 'Sarytau Leather',
    trade: { en: 'Tannery and leather goods', ru: 'Кожевенный завод и изделия' },
    country: 'KZ',
    city: 'Taraz',
    address: '41 Baıterek kóshesi, Taraz 080000, Kazakhstan (invented)',
    website: 'https://sarytau.example',
    languages: ['kk', 'ru', 'en'],
    founded: 2009,
    story: {
      en: 'Steppe cattle live outdoors, and their hides show it: we grade honestly and keep the grain open instead of painting over it. Vegetable tanning in pits for thirty days, chrome-free sheepskin in drums, and a small workshop that turns seconds into bags and felt slippers so that nothing is thrown away.',
      ru: 'Степной скот живёт на воле, и по шкуре это видно: мы сортируем честно и оставляем мерею открытой, не закрашивая её. Тридцать дней растительного дубления в ямах, бесхромовая овчина в барабанах и маленькая мастерская, где из второго сорта шьют сумки и войлочные тапочки, чтобы ничего не пропало.',
    },
    certificates: [example('Sarytau Leather', 'leatherWorkingGroup', 'Tannery, cattle and sheep')],
  },
  {
    slug: 'darvoza-silk-cotton',
    name: 'Darvoza Silk & Cotton',
    trade: { en: 'Raw cotton, silk and adras', ru: 'Хлопок-волокно, шёлк и адрас' },
    country: 'TJ',
    city: 'Khujand',
    address: '5 Kӯchai Tutzor, Khujand 735700, Tajikistan (invented)',
    website: 'https://darvoza.example',
    languages: ['tg', 'ru', 'en'],
    founded: 2003,
    story: {
      en: 'Between the Syr Darya and the mulberry gardens we gin cotton in autumn and reel silk in spring. Each bale carries its instrument reading; each length of adras carries the name of the master who bound its warp.',
      ru: 'Между Сырдарьёй и тутовыми садами мы осенью очищаем хлопок, а весной разматываем шёлк. У каждой кипы — протокол измерений, у каждого отреза адраса — имя мастера, вязавшего основу.',
    },
    certificates: [
      example('Darvoza Silk & Cotton', 'betterCotton', 'Ginned cotton'),
      example('Darvoza Silk & Cotton', 'originSt1', 'Cotton lint of Tajik origin'),
    ],
  },
]

const person = (
  name: string, mailbox: string, role: DemoPerson['role'], en: string, ru: string, locale: 'en' | 'ru', companySlug?: string,
): DemoPerson => ({
  name, email: `${mailbox}@fairloom.example`, role, locale, title: { en, ru }, ...(companySlug !== undefined && { companySlug }),
}) // prettier-ignore

export const PEOPLE: readonly DemoPerson[] = [
  person(
    'Nargiza Yoʻldosheva',
    'nargiza',
    'owner',
    'Export director',
    'Директор по экспорту',
    'ru',
    'zarbuloq-mills',
  ),
  person(
    'Otabek Rahmonov',
    'otabek',
    'member',
    'Weaving technologist',
    'Технолог ткачества',
    'ru',
    'zarbuloq-mills',
  ),
  person('Varvara Lugovaya', 'varvara', 'owner', 'Head of design', 'Главный художник', 'ru', 'veretyanka'),
  person(
    'Alaksandra Barysevich',
    'alaksandra',
    'owner',
    'Managing director',
    'Директор',
    'ru',
    'dnyapro-linen',
  ),
  person('Aizada Toktosunova', 'aizada', 'owner', 'Founder', 'Основательница', 'ru', 'kyzyl-alma-knit'),
  person(
    'Daniyar Seitkali',
    'daniyar',
    'owner',
    'Tannery master',
    'Мастер-кожевник',
    'ru',
    'sarytau-leather',
  ),
  person(
    'Firuza Sharipova',
    'firuza',
    'owner',
    'Sales and origin',
    'Продажи и происхождение',
    'ru',
    'darvoza-silk-cotton',
  ),
  person('Clara Winther', 'clara', 'buyer', 'Fabric buyer, Copenhagen', 'Закупщица тканей, Копенгаген', 'en'),
  person('Timur Galeev', 'timur', 'buyer', 'Sourcing, Kazan', 'Снабжение, Казань', 'ru'),
  person('Mariam Hakobyan', 'mariam', 'host', 'Host of the halls', 'Ведущая залов', 'en'),
  person('Elena Strand', 'elena', 'organiser', 'Fair director', 'Директор ярмарки', 'en'),
]
