import { lab, type SheetColour } from './fabric-sheet.ts'

const PALETTE = {
  WHT: ['White', 'Белый', lab(93, -0.3, 2.2)],
  // One layer of a sheer cloth: what lies behind it takes some of its white.
  SHR: ['Sheer white', 'Прозрачный белый', lab(88, -0.2, 1.4)],
  MLK: ['Milk', 'Молочный', lab(90, 0.4, 6)],
  SND: ['Sand', 'Песочный', lab(72, 4, 18)],
  OAT: ['Oat', 'Овсяный', lab(79, 2, 13)],
  CLY: ['Clay', 'Глина', lab(52, 22, 26)],
  TER: ['Terracotta', 'Терракота', lab(46, 32, 32)],
  MAD: ['Madder', 'Марена', lab(38, 44, 26)],
  CHR: ['Cherry', 'Вишня', lab(29, 33, 13)],
  ROS: ['Dog rose', 'Шиповник', lab(62, 26, 9)],
  PWD: ['Powder', 'Пудровый', lab(80, 9, 8)],
  APR: ['Apricot', 'Абрикос', lab(73, 21, 33)],
  SAF: ['Saffron', 'Шафран', lab(68, 20, 60)],
  OCH: ['Ochre', 'Охра', lab(60, 13, 46)],
  OLV: ['Olive', 'Оливковый', lab(40, -3, 19)],
  MOS: ['Moss', 'Мох', lab(43, -8, 18)],
  SGE: ['Sage', 'Шалфей', lab(68, -9, 9)],
  PIS: ['Pistachio', 'Фисташка', lab(78, -10, 20)],
  BOT: ['Bottle green', 'Бутылочный', lab(29, -15, 7)],
  JUN: ['Juniper', 'Можжевельник', lab(36, -18, -2)],
  TRQ: ['Turquoise', 'Бирюза', lab(61, -26, -9)],
  ISK: ['Issyk blue', 'Иссык-кульский синий', lab(45, -8, -32)],
  SKY: ['Sky', 'Небесный', lab(78, -5, -14)],
  CRN: ['Cornflower', 'Василёк', lab(45, 6, -36)],
  IND: ['Indigo', 'Индиго', lab(25, 4, -24)],
  NVY: ['Navy', 'Тёмно-синий', lab(22, 1, -14)],
  PLM: ['Plum', 'Слива', lab(30, 20, -6)],
  LIL: ['Lilac', 'Сирень', lab(67, 12, -14)],
  CHO: ['Chocolate', 'Шоколад', lab(27, 10, 13)],
  CAM: ['Camel', 'Верблюжий', lab(61, 10, 27)],
  PRL: ['Pearl grey', 'Жемчужно-серый', lab(78, 0, 1)],
  STL: ['Steel', 'Стальной', lab(52, -1, -3)],
  GRF: ['Graphite', 'Графит', lab(33, 0, -2)],
  INK: ['Ink black', 'Чернильно-чёрный', lab(17, 0, -3)],
} as const

export type ColourCode = keyof typeof PALETTE

/** The house colours of these codes as colourways of one plain shade. */
export const dyed = (...codes: ColourCode[]): SheetColour[] =>
  codes.map((code) => {
    const [en, ru, colour] = PALETTE[code]
    return { code, en, ru, lab: colour }
  })
