import { company, person } from './company-entry.ts'

/** Exhibitors from Fergana, Margilan, Bukhara, Istaravshan and Bokhtar. */
export const OASIS_COMPANIES = [
  company({
    slug: 'fergana-jersey', name: 'Soxiba Jersey', country: 'UZ', city: 'Fergana',
    trade: ['Circular knits and sportswear', 'Трикотажное полотно и спортивная одежда'],
    address: '60 Paxtakor koʻchasi, Fergana 150100, Uzbekistan (invented)', languages: ['uz', 'ru', 'en', 'tr'], founded: 2013,
    story: [
      'From valley cotton to a hoodie in one yard: forty-eight knitting machines, jet dyeing with the water used three times, and a sewing floor where the music is chosen by vote. Our French terry is knitted with an open loop so that it dries before the second half.',
      'От хлопка долины до худи в одном дворе: сорок восемь вязальных машин, эжекторное крашение, где вода служит трижды, и швейный цех, в котором музыку выбирают голосованием. Футер мы вяжем с открытой петлёй: он высыхает ко второму тайму.',
    ],
    certificates: [['oekoTexStandard100', 'Knitted fabrics, product class I'], ['betterCotton', 'Sourcing of cotton yarn'], ['iso9001', 'Knitting, dyeing, sewing']],
  }),
  company({
    slug: 'margilan-atlas', name: 'Qoʻchqor Atlas', country: 'UZ', city: 'Margilan',
    trade: ['Silk atlas and scarves', 'Шёлковый атлас и шарфы'],
    address: '22 Atlaschilar koʻchasi, Margilan 151400, Uzbekistan (invented)', languages: ['uz', 'tg', 'ru', 'en'], founded: 1992,
    story: [
      'Warps are bound by hand and dyed in seven pots; the pattern exists only on the thread until the first pick. We weave 45 cm wide because that is the reach of the weaver’s arm, and we have stopped apologising for it.',
      'Основу вяжут руками и красят в семи котлах; до первой уточины узор живёт только на нити. Мы ткём шириной 45 см, потому что это размах руки ткачихи, и больше за это не извиняемся.',
    ],
    certificates: [['originSt1', 'Silk fabrics of Uzbek origin']],
  }),
  company({
    slug: 'bukhara-terry', name: 'Bukhara Terry House', country: 'UZ', city: 'Bukhara',
    trade: ['Terry, curtains and home textiles', 'Махра, шторы и домашний текстиль'],
    address: '105 Gʻijduvon koʻchasi, Bukhara 200118, Uzbekistan (invented)', languages: ['uz', 'tg', 'ru', 'en'], founded: 2005,
    story: [
      'Towels for guest houses inside the old walls were our first order; now we outfit hotels from Khiva to Sochi, from the bath mat to the blackout curtain. Loops are two-ply and low-twist, hems are double, and the laundry test is done in a real laundry.',
      'Первым заказом были полотенца для гостевых домов внутри старых стен; теперь мы одеваем гостиницы от Хивы до Сочи — от коврика до шторы блэкаут. Петля кручёная, пологой крутки, подгибка двойная, а испытание стиркой проходит в настоящей прачечной.',
    ],
    certificates: [['oekoTexStandard100', 'Terry, product class I'], ['trCu017', 'Terry and household linen']],
  }),
  company({
    slug: 'istaravshan-leather', name: 'Istaravshan Leather', country: 'TJ', city: 'Istaravshan',
    trade: ['Goat and sheep leather', 'Козлина и овчина'],
    address: '8 Kӯchai Charmgaron, Istaravshan 735610, Tajikistan (invented)', languages: ['tg', 'ru', 'en'], founded: 2014,
    story: [
      'The street has been called Tanners’ for six hundred years and still deserves it. Goat and sheep from the Zarafshan pastures, chrome-free nappa for gloves, suede that is buffed by hand on the stone.',
      'Улица шестьсот лет зовётся Кожевенной и всё ещё заслуживает имя. Козлина и овчина с зеравшанских пастбищ, бесхромовая наппа для перчаток, замша, которую шлифуют на камне руками.',
    ],
    certificates: [['leatherWorkingGroup', 'Tannery, goat and sheep']],
  }),
  company({
    slug: 'vakhsh-cotton', name: 'Vakhsh Fine Cotton', country: 'TJ', city: 'Bokhtar',
    trade: ['Fine-staple raw cotton', 'Тонковолокнистый хлопок'],
    address: '17 Kӯchai Pakhtakoron, Bokhtar 735140, Tajikistan (invented)', languages: ['tg', 'ru', 'en'], founded: 2009,
    story: [
      'The Vakhsh valley has the long, hot autumn that fine staple needs. We grow on nine hundred hectares, roller-gin slowly so that no fibre is cut, and ship the reading of every bale before the bale itself.',
      'В Вахшской долине осень длинная и жаркая — такая и нужна тонкому волокну. Девятьсот гектаров своих полей, медленные валичные джины, чтобы не резать волокно, и протокол каждой кипы раньше самой кипы.',
    ],
    certificates: [['betterCotton', 'Ginned cotton'], ['originSt1', 'Cotton lint of Tajik origin']],
  }),
] // prettier-ignore

export const OASIS_PEOPLE = [
  person('Dilnoza Karimova', 'dilnoza', 'owner', 'Sales director', 'Директор по продажам', 'ru', 'fergana-jersey'),
  person('Jasur Tursunov', 'jasur', 'member', 'Knitting technologist', 'Технолог вязания', 'ru', 'fergana-jersey'),
  person('Rustam Qoʻchqorov', 'rustam', 'owner', 'Master of the looms', 'Мастер-ткач', 'ru', 'margilan-atlas'),
  person('Zulfiya Hamroyeva', 'zulfiya', 'owner', 'Contract sales', 'Продажи гостиницам', 'ru', 'bukhara-terry'),
  person('Sherzod Bozorov', 'sherzod', 'member', 'Terry weaving', 'Ткачество махры', 'ru', 'bukhara-terry'),
  person('Parvina Nazarova', 'parvina', 'owner', 'Director', 'Директор', 'ru', 'istaravshan-leather'),
  person('Khurshed Rahimov', 'khurshed', 'owner', 'Cotton classer', 'Классировщик хлопка', 'ru', 'vakhsh-cotton'),
] // prettier-ignore
