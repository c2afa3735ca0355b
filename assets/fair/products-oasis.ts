import type { DemoProduct } from './demo-fair.types.ts'
import { seller } from './product-entry.ts'
import { bag, cushion, garment, home, leather, lint, scarf, sliver } from './product-goods.ts'

const soxiba = seller('fergana-jersey')
const atlas = seller('margilan-atlas')
const bukhara = seller('bukhara-terry')
const istaravshan = seller('istaravshan-leather')
const vakhsh = seller('vakhsh-cotton')

/** Goods from Fergana, Margilan, Bukhara, Istaravshan and Bokhtar. */
export const OASIS_GOODS: readonly DemoProduct[] = [
  soxiba.cloth('terry-graphite', 'SX-2801', 'header', 'terry-280/GRF', [4.4, 500, 25], ['French terry 280, graphite', 'Футер 280, графит'],
    ['Three-thread feel from two threads, open loop.', 'Двухнитка с полнотой трёхнитки, открытая петля.']),
  soxiba.cloth('terry-oat', 'SX-2802', 'header', 'terry-280/OAT', [4.4, 500, 25], ['French terry 280, oat', 'Футер 280, овсяный'],
    ['For hoodies that outlive the fashion for hoodies.', 'Для худи, которые переживут моду на худи.']),
  soxiba.cloth('terry-juniper', 'SX-2803', 'bolt', 'terry-280/JUN', [4.6, 500, 25], ['French terry 280, juniper', 'Футер 280, можжевельник'],
    ['Piece dyed in 600 kg lots.', 'Крашение партиями по 600 кг.']),
  soxiba.cloth('jersey-ink', 'SX-1701', 'header', 'jersey-viscose/INK', [3.9, 400, 25], ['Viscose jersey 175, ink', 'Вискозная гладь 175, чернила'],
    ['Falls straight, five per cent elastane.', 'Падает ровно, пять процентов эластана.']),
  soxiba.cloth('jersey-turquoise', 'SX-1703', 'drape', 'jersey-viscose/TRQ', [4.1, 400, 25], ['Viscose jersey 175, turquoise', 'Вискозная гладь 175, бирюза'],
    ['The blue of the dome, dyed reactively.', 'Синева купола, активные красители.']),
  soxiba.cloth('breton-navy', 'SX-1851', 'header', 'jersey-breton/BRT', [4.2, 400, 25], ['Breton jersey 185, navy on milk', 'Гладь в полоску 185, синий по молочному'],
    ['Twelve courses milk, six navy.', 'Двенадцать рядов молочных, шесть синих.']),
  soxiba.cloth('breton-madder', 'SX-1852', 'header', 'jersey-breton/RST', [4.2, 400, 25], ['Breton jersey 185, madder on oat', 'Гладь в полоску 185, марена по овсяному'],
    ['The same count in the colours of the valley.', 'Тот же раппорт в красках долины.']),
  soxiba.made('sweat-tunic', 'SX-G10', 'tunic', 'terry-280/TER', [11.8, 300, 30], ['Sweat tunic, terracotta', 'Туника из футера, терракота'],
    ['Raglan, side slits, ribbed cuffs.', 'Реглан, боковые разрезы, манжеты из ластика.'],
    garment('terry-280', 'sportswear', 'women', '6106100000', { lengthCm: 80, halfChestCm: 58, clothM2: 1.7 })),
  soxiba.made('jersey-dress', 'SX-G21', 'dressForm', 'jersey-viscose/CHR', [13.4, 300, 30], ['Jersey dress, cherry', 'Платье трикотажное, вишня'],
    ['Cut on the roll, one seam at the back.', 'Кроится по ширине рулона, один шов сзади.'],
    garment('jersey-viscose', 'dress', 'women', '6104440000', { lengthCm: 110, halfChestCm: 47, clothM2: 2.1 })),

  atlas.cloth('atlas-pomegranate', 'QA-101', 'drape', 'atlas-ikat/PMG', [16.5, 50, 45], ['Atlas, pomegranate stripe', 'Атлас, гранатовая полоса'],
    ['Eight-shaft silk satin, 45 cm, warp bound by hand.', 'Восьмиремизный шёлковый атлас, 45 см, основа вязана вручную.']),
  atlas.cloth('atlas-spring', 'QA-102', 'drape', 'atlas-ikat/SPR', [16.5, 50, 45], ['Atlas, spring stripe', 'Атлас, весенняя полоса'],
    ['Seven dye baths, no two metres alike.', 'Семь красильных ванн, двух одинаковых метров нет.']),
  atlas.cloth('atlas-satin-peacock', 'QA-210', 'header', 'silk-satin/PEA', [17.8, 60, 40], ['Plain atlas, peacock', 'Атлас гладкий, павлин'],
    ['The ground of the atlas without its pattern.', 'Фон атласа без узора.']),
  atlas.cloth('adras-roll', 'QA-305', 'roll', 'adras-stripe/KHU', [9.4, 60, 30], ['Adras, broad stripe', 'Адрас, широкая полоса'],
    ['Half-silk, half-cotton, glazed with egg white.', 'Полушёлк с хлопком, лощение яичным белком.']),
  atlas.made('atlas-scarf', 'QA-S01', 'scarf', 'atlas-ikat/PMG', [19, 40, 30], ['Atlas scarf, pomegranate', 'Шарф из атласа, гранат'],
    ['45 by 180 cm, rolled by hand.', '45 на 180 см, края закатаны вручную.'], scarf('atlas-ikat', '6214100009', 45, 180)),
  atlas.made('atlas-cushion', 'QA-C02', 'cushion', 'atlas-ikat/SPR', [21, 60, 30], ['Atlas cushion, spring', 'Подушка из атласа, весенняя'],
    ['40 by 40 cm, cotton lining.', '40 на 40 см, хлопковая подкладка.'], cushion('atlas-ikat', 40)),

  bukhara.made('towel-white', 'BT-501', 'towels', 'terry-hotel/WHT', [4.8, 500, 30], ['Hotel towel 515, white', 'Полотенце гостиничное 515, белое'],
    ['70 by 140 cm, two-ply loop, double hem.', '70 на 140 см, кручёная петля, двойная подгибка.'],
    home('terry-hotel', 'towel', '6302600000', 70, 140)),
  bukhara.made('towel-madder', 'BT-503', 'towels', 'terry-hotel/MAD', [5.2, 500, 30], ['Hammam towel, madder', 'Полотенце для хаммама, марена'],
    ['50 by 90 cm, dyed to hold chlorine.', '50 на 90 см, краситель держит хлор.'], home('terry-hotel', 'towel', '6302600000', 50, 90)),
  bukhara.made('towel-issyk', 'BT-504', 'towels', 'terry-hotel/ISK', [5.2, 500, 30], ['Pool towel, deep blue', 'Полотенце для бассейна, синее'],
    ['80 by 160 cm, sheds sand.', '80 на 160 см, песок не держится.'], home('terry-hotel', 'towel', '6302600000', 80, 160)),
  bukhara.made('waffle-towel', 'BT-620', 'towels', 'waffle-160/SGE', [2.1, 500, 25], ['Waffle towel, sage', 'Полотенце вафельное, шалфей'],
    ['45 by 80 cm, a dobby that drinks.', '45 на 80 см, вафельное переплетение быстро впитывает.'], home('waffle-160', 'towel', '6302910000', 45, 80)),
  bukhara.made('curtain-voile', 'BT-801', 'curtain', 'voile-window/SHR', [9.6, 100, 25], ['Voile curtain, white', 'Тюль, белый'],
    ['140 by 260 cm, weighted hem.', '140 на 260 см, утяжелитель по низу.'], home('voile-window', 'curtain', '6303929000', 140, 260)),
  bukhara.made('curtain-ochre', 'BT-812', 'curtain', 'blackout-250/OCH', [18.5, 100, 30], ['Dim-out curtain, ochre', 'Штора димаут, охра'],
    ['140 by 260 cm, shuts out 95 % of the light.', '140 на 260 см, задерживает 95 % света.'], home('blackout-250', 'curtain', '6303929000', 140, 260)),
  bukhara.made('curtain-bottle', 'BT-813', 'curtain', 'blackout-250/BOT', [18.5, 100, 30], ['Dim-out curtain, bottle green', 'Штора димаут, бутылочная'],
    ['The same weave for rooms to the east.', 'Та же ткань для комнат на восток.'], home('blackout-250', 'curtain', '6303929000', 140, 260)),
  bukhara.made('cushion-plum', 'BT-C05', 'cushion', 'blackout-250/PLM', [7.4, 200, 20], ['Lounge cushion, plum', 'Подушка для холла, слива'],
    ['45 by 45 cm, contract quality.', '45 на 45 см, для общественных помещений.'], cushion('blackout-250', 45)),
  bukhara.made('bed-calico', 'BT-B20', 'bedLinen', 'calico-125/PWD', [16.5, 200, 25], ['Guest-house bed set, powder', 'Комплект для гостевых домов, пудровый'],
    ['Single set in calico 125, 150 by 215 cm.', 'Полуторный комплект из бязи 125, 150 на 215 см.'],
    home('calico-125', 'bedLinen', '6302310009', 150, 215, { piecesPerSet: 3 })),

  istaravshan.made('goat-nappa-cognac', 'IL-101', 'skin', 'leather-nappa/COG', [0.36, 2000, 35], ['Goat nappa, cognac', 'Наппа козья, коньяк'],
    ['0.8 mm, chrome-free, for gloves and bags.', '0,8 мм, бесхромовая, для перчаток и сумок.'],
    leather('goat', 'chromeFree', 'nappa', 'gloves', '4113100000', 0.8, 48)),
  istaravshan.made('goat-nappa-black', 'IL-102', 'skin', 'leather-nappa/BLK', [0.36, 2000, 35], ['Goat nappa, black', 'Наппа козья, чёрная'],
    ['Drum dyed through, 0.9 mm.', 'Сквозное барабанное крашение, 0,9 мм.'],
    leather('goat', 'chromeFree', 'nappa', 'garment', '4113100000', 0.9, 48)),
  istaravshan.made('suede-sand', 'IL-211', 'skin', 'suede-sheep/SND', [0.29, 2000, 35], ['Sheep suede, sand', 'Замша овечья, песочная'],
    ['Hand buffed, 0.7 mm.', 'Ручное шлифование, 0,7 мм.'], leather('sheep', 'chromeFree', 'suede', 'garment', '4112000000', 0.7, 60)),
  istaravshan.made('suede-olive', 'IL-212', 'skin', 'suede-sheep/OLV', [0.29, 2000, 35], ['Sheep suede, olive', 'Замша овечья, оливковая'],
    ['For jackets without lining.', 'Для курток без подкладки.'], leather('sheep', 'chromeFree', 'suede', 'garment', '4112000000', 0.7, 60)),
  istaravshan.made('nappa-bag', 'IL-B03', 'tote', 'leather-nappa/BLK', [38, 50, 30], ['Market bag, black nappa', 'Сумка из чёрной наппы'],
    ['Seconds with honest scars, cut around them.', 'Второй сорт с честными шрамами, раскроен вокруг них.'], bag('4202210000', 36, 32, 12, 640, 'Goat nappa')),
  istaravshan.made('suede-bag', 'IL-B05', 'tote', 'suede-sheep/SND', [34, 50, 30], ['Market bag, sand suede', 'Сумка из песочной замши'],
    ['Soft sides, saddle-stitched handles.', 'Мягкие стенки, ручки прошиты седельным швом.'], bag('4202210000', 36, 32, 12, 560, 'Sheep suede')),

  vakhsh.made('lint-fine-one', 'VC-101', 'bale', 'cotton-lint/RAW', [2640, 10, 20], ['Fine-staple lint, type 1, grade I', 'Тонковолокнистый хлопок, 1-й тип, I сорт'],
    ['Roller ginned, 38 mm, for yarns finer than 10 tex.', 'Валичный джин, 38 мм, для пряжи тоньше 10 текс.'],
    lint(1, 'I', { stapleMm: 38.1, micronaire: 3.8, strengthGPerTex: 38.5, uniformityPercent: 86.5, reflectanceRd: 74, yellownessB: 10.8, trashPercent: 1.6 }, 210)),
  vakhsh.made('lint-fine-two', 'VC-201', 'bale', 'cotton-lint/RAW', [2480, 10, 20], ['Fine-staple lint, type 2, grade I', 'Тонковолокнистый хлопок, 2-й тип, I сорт'],
    ['36 mm, the shirt maker’s staple.', '36 мм, для сорочечных тканей.'],
    lint(2, 'I', { stapleMm: 36.2, micronaire: 3.9, strengthGPerTex: 37, uniformityPercent: 86, reflectanceRd: 75, yellownessB: 10.2, trashPercent: 1.8 }, 320)),
  vakhsh.made('lint-medium', 'VC-401', 'bale', 'cotton-lint/RAW', [1790, 20, 20], ['Medium-staple lint, type 4, grade I', 'Средневолокнистый хлопок, 4-й тип, I сорт'],
    ['Saw ginned from the lower fields.', 'Пильный джин, с нижних полей.'],
    lint(4, 'I', { stapleMm: 28.8, micronaire: 4.3, strengthGPerTex: 29.8, uniformityPercent: 82.6, reflectanceRd: 78, yellownessB: 8.6, trashPercent: 2.2 }, 540)),
  vakhsh.made('sliver-combed', 'VC-S01', 'sliver', 'cotton-lint/RAW', [3900, 2, 25], ['Combed sliver 4.5 ktex', 'Лента гребенная 4,5 ктекс'],
    ['Eighteen per cent noil taken out.', 'Вычес восемнадцать процентов.'],
    sliver('sliver', 'cotton', '5203000000', { stapleMm: 36.2, micronaire: 3.9 })),
  vakhsh.cloth('fine-poplin', 'VC-F54', 'header', 'poplin-54/PBL', [3.4, 500, 40], ['Poplin of Vakhsh cotton, pale blue', 'Поплин из вахшского хлопка, бледно-голубой'],
    ['Woven to show what the fibre can do.', 'Соткан, чтобы показать, на что способно волокно.']),
] // prettier-ignore

const darvoza = seller('darvoza-silk-cotton')
const sarytau = seller('sarytau-leather')
const kyzylAlma = seller('kyzyl-alma-knit')
const veretyanka = seller('veretyanka', 'EUR')

/** More goods of the houses that were at the fair from the beginning. */
export const MORE_GOODS: readonly DemoProduct[] = [
  darvoza.cloth('silk-satin-peacock', 'DV-809', 'header', 'silk-satin/PEA', [18.5, 60], ['Silk satin, peacock', 'Шёлковый атлас, павлин'],
    ['Reeled silk, dyed in the skein water of spring.', 'Шёлк-сырец, крашение в весенней воде.']),
  darvoza.made('adras-cushion', 'DV-C03', 'cushion', 'adras-stripe/KHU', [12.5, 60, 25], ['Adras cushion', 'Подушка из адраса'],
    ['45 by 45 cm, stripe upright.', '45 на 45 см, полоса вдоль.'], cushion('adras-stripe', 45)),
  sarytau.made('cattle-chestnut', 'SL-112', 'skin', 'leather-saddle/CHS', [0.43, 5000, 40], ['Bridle leather, chestnut', 'Кожа уздечная, каштан'],
    ['Full grain, 3 mm, stuffed with tallow and wax.', 'Полнозернистая, 3 мм, жированная салом и воском.'],
    leather('cattle', 'vegetable', 'fullGrain', 'saddlery', '4107111100', 3, 150)),
  sarytau.made('suede-olive-sheep', 'SL-243', 'skin', 'suede-sheep/OLV', [0.31, 3000, 35], ['Glove suede, olive', 'Замша перчаточная, оливковая'],
    ['Chrome-free, 0.6 mm.', 'Бесхромовая, 0,6 мм.'], leather('sheep', 'chromeFree', 'suede', 'gloves', '4112000000', 0.6, 60)),
  kyzylAlma.cloth('pique-snow', 'KA-221', 'header', 'pique-220/SNW', [4.6, 300, 25], ['Pique, snow', 'Пике, снег'],
    ['For polo shirts that stay white.', 'Для поло, которые остаются белыми.']),
  kyzylAlma.made('interlock-tunic', 'KA-T30', 'tunic', 'interlock-190/LIL', [10.2, 300, 24], ['Interlock tunic, lilac', 'Туника из интерлока, сирень'],
    ['Dense, opaque, sizes 42 to 52.', 'Плотная, непрозрачная, размеры 42–52.'],
    garment('interlock-190', 'tunic', 'women', '6106100000', { lengthCm: 80, halfChestCm: 50, clothM2: 1.6 })),
  veretyanka.cloth('tweed-charcoal', 'VR-0621', 'header', 'tweed-herringbone/CHA', [24.5, 60, 60], ['Herringbone tweed, charcoal', 'Твид «ёлочка», угольный'],
    ['Stock-dyed greys, no black in it at all.', 'Серые, крашенные в волокне; чёрного нет вовсе.']),
  veretyanka.cloth('worsted-steel', 'VR-0186', 'header', 'worsted-twill/STL', [27, 60, 60], ['Worsted twill, steel', 'Камвольная саржа, сталь'],
    ['2/2 twill of 185 g for a suit that travels.', 'Саржа 2/2, 185 г, для костюма в дорогу.']),
] // prettier-ignore
