import { company, person } from './company-entry.ts'

/** Exhibitors from Semey, Almaty, Shymkent, Tokmok, Karakol, Gyumri and Vanadzor. */
export const STEPPE_COMPANIES = [
  company({
    slug: 'ertis-wool', name: 'Ertis Wool', country: 'KZ', city: 'Semey',
    trade: ['Wool scouring, tops and blankets', 'Мойка шерсти, топс и пледы'],
    address: '12 Jún kóshesi, Semey 071400, Kazakhstan (invented)', languages: ['kk', 'ru', 'en'], founded: 2007,
    story: [
      'Merino and coarse wool from four hundred farms come down the Ertis and are sorted by hand before they meet water. We scour, comb tops for spinners, and weave the rest into coats and blankets, some with yak from the Altai. Lanolin goes to soap; nobody here remembers a landfill.',
      'Тонкая и грубая шерсть с четырёхсот хозяйств приходит по Иртышу, и её сортируют руками, прежде чем она встретится с водой. Мы моем, чешем ленту для прядильщиков, а остальное ткём в пальто и пледы, иногда с яком с Алтая. Ланолин идёт на мыло; свалки здесь никто не помнит.',
    ],
    certificates: [['rws', 'Wool tops and woollen fabrics'], ['originSt1', 'Wool of Kazakh origin']],
  }),
  company({
    slug: 'medeu-outerwear', name: 'Medeu Outerwear', country: 'KZ', city: 'Almaty',
    trade: ['Outdoor jackets and dresses', 'Верхняя одежда и платья'],
    address: '88 Tigin kóshesi, Almaty 050013, Kazakhstan (invented)', languages: ['kk', 'ru', 'en'], founded: 2015,
    story: [
      'The mountains begin at our loading gate, so the pattern cutter tries each jacket on the way to the ice rink. Shells in taslan and gabardine, wool coats in winter, linen dresses in summer: small runs, taped seams, buttons that a glove can close.',
      'Горы начинаются за нашими воротами, поэтому конструктор проверяет каждую куртку по дороге на каток. Ветровки из таслана и габардина, зимой пальто, летом льняные платья: малые партии, проклеенные швы и пуговицы, которые застегнёт рука в перчатке.',
    ],
    certificates: [['trCu017', 'Outerwear, layer 3']],
  }),
  company({
    slug: 'ordabasy-cotton', name: 'Ordabasy Cotton', country: 'KZ', city: 'Shymkent',
    trade: ['Cotton ginning and sliver', 'Очистка хлопка и хлопковая лента'],
    address: '3 Maqta kóshesi, Shymkent 160012, Kazakhstan (invented)', languages: ['kk', 'uz', 'ru'], founded: 2010,
    story: [
      'The northernmost cotton of the continent ripens late and clean. We gin it on saws, class every bale by instrument and card a sliver that spinners in three countries draw without a second thought.',
      'Самый северный хлопок континента зреет поздно и чисто. Мы очищаем его на пильных джинах, каждую кипу оцениваем прибором и чешем ленту, которую прядильщики трёх стран пускают в вытяжку не задумываясь.',
    ],
    certificates: [['betterCotton', 'Ginned cotton'], ['originSt1', 'Cotton lint of Kazakh origin']],
  }),
  company({
    slug: 'chuy-denim', name: 'Chüy Denim Workshop', country: 'KG', city: 'Tokmok',
    trade: ['Denim garments and laundry', 'Одежда из денима и стирка'],
    address: '41 Shamal köchösü, Tokmok 724900, Kyrgyzstan (invented)', languages: ['ky', 'ru', 'en'], founded: 2016,
    story: [
      'Forty machines, two laundries and one rule: no pumice. We wash with enzymes and ozone, dry in the wind of the Boom gorge and hem with chain stitch. Ask for the recipe of any wash and you get it on paper.',
      'Сорок машин, две прачечные и одно правило: без пемзы. Стираем энзимами и озоном, сушим на ветру Боомского ущелья, подгибаем цепным стежком. Спросите рецепт любой стирки — получите его на бумаге.',
    ],
    certificates: [['trCu017', 'Denim garments, layer 2']],
  }),
  company({
    slug: 'karakol-felt', name: 'Karakol Felt Yard', country: 'KG', city: 'Karakol',
    trade: ['Felt slippers, bags and cushions', 'Войлочная обувь, сумки и подушки'],
    address: '7 Kiyiz köchösü, Karakol 722200, Kyrgyzstan (invented)', languages: ['ky', 'ru', 'en'], founded: 2011,
    story: [
      'Eleven families felt in the yard behind the wooden mosque, in summer under the apricot trees. Wool is local, dyes fast, soles are stitched on so that they can be changed. A pair takes a day and lasts five winters.',
      'Одиннадцать семей валяют во дворе за деревянной мечетью, летом — под абрикосами. Шерсть местная, красители стойкие, подошва пришита, чтобы её можно было сменить. Пара делается день и служит пять зим.',
    ],
    certificates: [['trCu017', 'Felt footwear'], ['originSt1', 'Felt goods of Kyrgyz origin']],
  }),
  company({
    slug: 'gyumri-knit', name: 'Shirak Knit', country: 'AM', city: 'Gyumri',
    trade: ['Knitted fabrics and children’s wear', 'Трикотаж и детская одежда'],
    address: '19 Gortsvatsk Street, Gyumri 3104, Armenia (invented)', languages: ['hy', 'ru', 'en'], founded: 2008,
    story: [
      'The knitting hall stands in a tuff building that two earthquakes left alone. We knit rib and interlock on fine gauges and sew for children: flat seams, no labels in the neck, buttons that pass the pull test twice.',
      'Вязальный цех стоит в туфовом доме, который пощадили два землетрясения. Мы вяжем ластик и интерлок тонких классов и шьём для детей: плоские швы, никаких этикеток в горловине, пуговицы, которые дважды проходят испытание на отрыв.',
    ],
    certificates: [['gots', 'Knitted fabrics and children’s garments'], ['trCu007', 'Children’s knitwear']],
  }),
  company({
    slug: 'vanadzor-shoes', name: 'Lori Shoemakers', country: 'AM', city: 'Vanadzor',
    trade: ['Leather shoes and bags', 'Кожаная обувь и сумки'],
    address: '4 Tumanyan passage, Vanadzor 2021, Armenia (invented)', languages: ['hy', 'ru', 'en'], founded: 1999,
    story: [
      'Shoes on wooden lasts carved in the next street, lined with leather where others use foam. We repair every pair we ever sold; the book of repairs is the best advertisement we have.',
      'Обувь на деревянных колодках, которые режут на соседней улице, с кожаной подкладкой там, где у других поролон. Мы чиним каждую пару, которую продали; книга ремонта — лучшая наша реклама.',
    ],
    certificates: [['trCu017', 'Leather footwear']],
  }),
] // prettier-ignore

export const STEPPE_PEOPLE = [
  person('Saule Akhmetova', 'saule', 'owner', 'Wool classer', 'Классировщица шерсти', 'ru', 'ertis-wool'),
  person('Bauyrzhan Omarov', 'bauyrzhan', 'member', 'Weaving', 'Ткачество', 'ru', 'ertis-wool'),
  person('Dana Iskakova', 'dana', 'owner', 'Designer', 'Дизайнер', 'ru', 'medeu-outerwear'),
  person('Nurlan Sadykov', 'nurlan', 'owner', 'Gin manager', 'Директор хлопкозавода', 'ru', 'ordabasy-cotton'),
  person('Aibek Dzhumabaev', 'aibek', 'owner', 'Laundry master', 'Мастер стирки', 'ru', 'chuy-denim'),
  person('Gulnara Asanova', 'gulnara', 'owner', 'Felt maker', 'Мастерица войлока', 'ru', 'karakol-felt'),
  person('Anahit Sargsyan', 'anahit', 'owner', 'Managing director', 'Управляющий директор', 'en', 'gyumri-knit'),
  person('Hovhannes Petrosyan', 'hovhannes', 'owner', 'Shoemaker', 'Мастер-обувщик', 'en', 'vanadzor-shoes'),
] // prettier-ignore
