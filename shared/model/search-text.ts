/**
 * How words are made alike before they are compared, on both sides of a search: what is indexed and what is typed go
 * through the same functions, so that case, marks, apostrophes and scripts don't stand between them.
 */

// Straight, curly, modifier (Uzbek oʻ, gʻ: U+02BB, U+02BC), grave, acute and prime.
const APOSTROPHES = /['’‘ʻʼʹ`´′]/g

// Letters that Unicode does not decompose into a base and a mark.
const PLAIN_LETTER: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h',
} // prettier-ignore

/**
 * Lower case by Unicode's own rules (no locale, so that I is i everywhere), without marks and apostrophes: Ё and ё are
 * е, oʻ is o, é is e. й stays: it is a letter, not и with a mark.
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(APOSTROPHES, '')
    .normalize('NFKD')
    .replaceAll(/(?<=и)\u0306|\p{M}/gu, (mark, at, whole: string) =>
      mark === '\u0306' && whole[at - 1] === 'и' ? mark : '',
    )
    .normalize('NFC')
    .replaceAll(/[ßæœøłđðþıħ]/g, (letter) => PLAIN_LETTER[letter] ?? letter)

/** The folded words of a text, in order; signs between letters and figures part them (`NT-310` is two). */
export const searchWords = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

// Russian, Belarusian, Kazakh, Kyrgyz, Tajik and Uzbek letters, then Armenian, after folding.
const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '',
  ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h',
  ҳ: 'h', ҷ: 'j', є: 'ye', ґ: 'g',
  ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'e', թ: 't', ժ: 'zh', ի: 'i', լ: 'l', խ: 'kh', ծ: 'ts',
  կ: 'k', հ: 'h', ձ: 'dz', ղ: 'gh', ճ: 'ch', մ: 'm', յ: 'y', ն: 'n', շ: 'sh', ո: 'o', չ: 'ch', պ: 'p', ջ: 'j',
  ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts', ւ: 'v', փ: 'p', ք: 'k', օ: 'o', ֆ: 'f', և: 'ev',
} // prettier-ignore

/** A folded word in Latin letters: `елочка` is `elochka`. Letters of other scripts stay. */
export const latinOf = (word: string): string =>
  word
    .replaceAll('ու', 'u')
    .split('')
    .map((letter) => LATIN[letter] ?? letter)
    .join('')

// What different spellings of one sound become; in this order.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/dzh|dj|zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/ee/g, 'i'],
  [/oo/g, 'u'],
  [/y[eo]/g, 'e'],
  [/y/g, 'i'],
  [/([a-z])\1+/g, '$1'],
]

/**
 * One Latin spelling for what sounds alike, whichever script it was typed in: твид, tvid and tweed are `tvid`; ёлочка,
 * yolochka and elochka are `elochka`; herringbone and heringbone are `heringbone`. For comparing, never for showing.
 */
export const soundKey = (word: string): string =>
  SOUNDS.reduce((key, [sound, spelling]) => key.replaceAll(sound, spelling), latinOf(foldText(word)))
