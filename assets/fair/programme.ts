import type { DemoSession } from './demo-fair.types.ts'

type Words = readonly [en: string, ru: string]
type Place = DemoSession['place']

const inArea = (hallSlug: string, area: string): Place => ({ kind: 'area', hallSlug, area })
const atStand = (standSlug: string): Place => ({ kind: 'stand', standSlug })
const STAGE = inArea('hall-a', 'Stage')
const FORUM = inArea('hall-a', 'Trend forum')
const WORKSHOP = inArea('hall-b', 'Workshop')
const LIBRARY = inArea('hall-b', 'Material library')

const session = (
  slug: string, kind: DemoSession['kind'], day: number, from: string, minutes: number, place: Place,
  language: DemoSession['language'], hosts: readonly string[], title: Words, abstract: Words,
): DemoSession => ({
  slug, kind, day, from, minutes, place, language, hosts: [...hosts],
  title: { en: title[0], ru: title[1] }, abstract: { en: abstract[0], ru: abstract[1] },
}) // prettier-ignore

/**
 * Three days of programme by the clock of the fair. The days are counted from the one on which the fair is made, so
 * that something is always on or next; hosts are people of the demo by their mailbox.
 */
export const SESSIONS: readonly DemoSession[] = [
  session('opening', 'talk', 0, '10:00', 40, STAGE, 'en', ['elena', 'mariam'], ['The fair opens: what 24 houses brought', 'Открытие: что привезли двадцать четыре дома'],
    ['Elena Strand and Mariam Hakobyan walk through the halls in pictures: where the twills hang, who ships in ten days, and what to touch first.', 'Елена Странд и Мариам Акопян проводят по залам в картинках: где висят саржи, кто отгружает за десять дней и что потрогать сначала.']),
  session('denim-seed', 'presentation', 0, '11:00', 30, atStand('a-01'), 'ru', ['otabek', 'nargiza'], ['Denim from the seed to the roll', 'Деним от семени до рулона'],
    ['Otabek Rahmonov opens four rolls of the rope range and shows what slub, sett and sanforising do to the same indigo.', 'Отабек Рахмонов разворачивает четыре рулона и показывает, что делают с одним индиго слаб, заправка и усадка.']),
  session('tour-wool', 'tour', 0, '12:00', 45, atStand('a-02'), 'ru', ['varvara'], ['Guided tour: wool from 185 to 405 grams', 'Экскурсия: шерсть от 185 до 405 граммов'],
    ['From worsted twill to a coat herringbone, with one question at each stand: when does it crease, and when does it forgive?', 'От камвольной саржи до пальтовой «ёлочки», и на каждом стенде один вопрос: когда ткань мнётся, а когда прощает?']),
  session('origin-forms', 'talk', 0, '14:00', 45, STAGE, 'ru', ['firuza', 'nurlan'], ['ST-1, CT-1 and the first customs question', 'СТ-1, CT-1 и первый вопрос таможни'],
    ['Which form of origin goes with which border, and how the ten digits of the code follow from composition and weight.', 'Какой сертификат происхождения нужен на какой границе и как десять знаков кода следуют из состава и плотности.']),
  session('forum-colour', 'presentation', 0, '15:00', 30, FORUM, 'en', ['elena'], ['Trend forum: madder, oat and lake', 'Форум трендов: марена, овёс и озеро'],
    ['Three colour stories laid out in real cloth, with CIELAB figures to take home instead of a screenshot.', 'Три цветовые истории в настоящей ткани: домой уносят не снимок экрана, а значения CIELAB.']),
  session('terry-test', 'presentation', 0, '16:00', 30, atStand('b-01'), 'ru', ['sherzod', 'zulfiya'], ['Four towels, fifty washes', 'Четыре полотенца, пятьдесят стирок'],
    ['Sherzod Bozorov weighs loops before and after, and explains why the cheapest towel is the dearest by March.', 'Шерзод Бозоров взвешивает петлю до и после и объясняет, почему самое дешёвое полотенце к марту станет самым дорогим.']),
  session('drape-figures', 'talk', 1, '10:00', 45, STAGE, 'en', ['mariam'], ['Reading a drape: five figures behind a fold', 'Как читать драпировку: пять чисел за одной складкой'],
    ['Areal mass, bending length, drape coefficient and how to ask a mill for them, shown on silk, linen and denim.', 'Поверхностная плотность, длина изгиба, коэффициент драпируемости — и как спросить о них фабрику. На шёлке, льне и дениме.']),
  session('linen-soft', 'presentation', 1, '11:00', 30, atStand('a-05'), 'ru', ['alaksandra'], ['Why linen is washed with stones', 'Зачем лён стирают с камнями'],
    ['The same plain linen after one, five and twenty rounds of softening; touch first, figures second.', 'Один и тот же лён после одного, пяти и двадцати циклов мягчения: сначала на ощупь, потом цифры.']),
  session('kids-safety', 'talk', 1, '12:00', 40, WORKSHOP, 'ru', ['anahit'], ['Children’s knitwear under TR CU 007', 'Детский трикотаж по ТР ТС 007'],
    ['Seams, buttons, dyes and the one test that most samples fail: a checklist to print.', 'Швы, пуговицы, красители и испытание, на котором спотыкается большинство образцов: список для печати.']),
  session('tour-home', 'tour', 1, '13:00', 45, atStand('b-02'), 'ru', ['siarhei', 'halina'], ['Guided tour: a hotel room in eight stands', 'Экскурсия: гостиничный номер за восемь стендов'],
    ['From percale to blackout: what a contract buyer asks at each stand, and what the answers cost.', 'От перкаля до блэкаута: что на каждом стенде спрашивает закупщик гостиниц и сколько стоят ответы.']),
  session('atlas-warp', 'presentation', 1, '14:30', 30, atStand('a-07'), 'ru', ['rustam'], ['A warp is bound', 'Как вяжут основу'],
    ['Rustam Qoʻchqorov binds one metre of warp for the pomegranate stripe while he talks.', 'Рустам Кучкаров вяжет метр основы для гранатовой полосы и рассказывает.']),
  session('small-runs', 'talk', 1, '16:00', 45, STAGE, 'en', ['aizada', 'clara'], ['Three hundred pieces: how to buy small and be welcome', 'Триста штук: как заказывать мало и быть желанным'],
    ['A knitter from Bishkek and a buyer from Copenhagen on MOQ, lab dips and what both write into the first e-mail.', 'Трикотажница из Бишкека и закупщица из Копенгагена о минимальной партии, пробах цвета и первом письме.']),
  session('cotton-classing', 'presentation', 2, '10:00', 40, atStand('a-12'), 'ru', ['khurshed', 'nurlan'], ['Classing a bale by hand and by instrument', 'Оценка кипы рукой и прибором'],
    ['Micronaire, strength, +b: the classer pulls a staple, the instrument answers, and you bet first.', 'Микронейр, прочность, +b: классировщик вытягивает штапель, прибор отвечает, ставки делаете вы.']),
  session('leather-marks', 'presentation', 2, '11:00', 30, LIBRARY, 'ru', ['daniyar', 'parvina'], ['What a hide remembers', 'О чём помнит шкура'],
    ['Scars, veins and growth marks on cattle and goat: which of them are faults, and which are proof.', 'Шрамы, жилы и складки на крупном рогатом скоте и козлине: что из этого порок, а что — доказательство.']),
  session('workshop-enquiry', 'talk', 2, '12:00', 45, WORKSHOP, 'en', ['timur', 'mariam'], ['An enquiry that gets an answer the same day', 'Запрос, на который отвечают в тот же день'],
    ['Quantity, destination, date, Incoterm: we write three enquiries together and send the best.', 'Количество, место, дата, Инкотермс: вместе пишем три запроса и отправляем лучший.']),
  session('tour-felt', 'tour', 2, '14:00', 40, atStand('b-05'), 'ru', ['gulnara'], ['Guided tour: felt, footwear and what is between', 'Экскурсия: войлок, обувь и то, что между ними'],
    ['Slippers from Karakol, sneakers from Babruisk, soles that can be changed.', 'Тапочки из Каракола, кеды из Бобруйска, подошвы, которые меняют.']),
  session('closing', 'talk', 2, '17:00', 30, STAGE, 'en', ['elena'], ['What we learned: the closing half hour', 'Чему мы научились: последние полчаса'],
    ['Questions of three days, answered by those who were asked most often.', 'Вопросы трёх дней, и отвечают те, кого спрашивали чаще всего.']),
] // prettier-ignore
