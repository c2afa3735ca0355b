import { describe, expect, it } from 'vitest'
import { foldText, latinOf, searchWords, soundKey } from '#shared/model/search-text.ts'

describe('words made alike for searching', () => {
  it('[SE1] takes case, ё, marks and apostrophes away, whatever the locale', () => {
    expect(foldText('ЁЛОЧКА')).toBe('елочка')
    expect(foldText('Piqué')).toBe('pique')
    expect(foldText('Fargʻona')).toBe('fargona')
    expect(foldText('Farg‘ona')).toBe('fargona')
    expect(foldText('KIRGIZISTAN')).toBe('kirgizistan')
    expect(foldText('İPEK ısı')).toBe('ipek isi')
  })

  it('keeps й, which is a letter of its own', () => {
    expect(foldText('Кайма')).toBe('кайма')
    expect(foldText('Кайма'.normalize('NFD'))).toBe('кайма')
  })

  it('parts words at signs, also within an article number', () => {
    expect(searchWords('NT-310, твид «Ёлочка» 2/2')).toEqual(['nt', '310', 'твид', 'елочка', '2', '2'])
  })

  it('writes Cyrillic and Armenian in Latin letters', () => {
    expect(latinOf('наманган')).toBe('namangan')
    expect(latinOf('шелк')).toBe('shelk')
    expect(latinOf('гюмри')).toBe('gyumri')
    expect(latinOf('երևան')).toBe('erevan')
    expect(latinOf('қарағанды')).toBe('karagandy')
  })

  it.each([
    ['твид', 'tvid', 'tweed'],
    ['ёлочка', 'yolochka', 'elochka', 'ЕЛОЧКА'],
    ['herringbone', 'heringbone', 'Herring​bone'.replace('​', '')],
    ['Наманган', 'Namangan'],
    ['Ереван', 'Yerevan', 'Երևան'],
    ['коттон', 'cotton'],
    ['Фаргона', 'Fargʻona', "Farg'ona"],
  ])('[SE2] gives one key to %s and its other spellings', (...spellings) => {
    expect(new Set(spellings.map(soundKey)).size).toBe(1)
  })

  it('keeps different words apart', () => {
    const words = ['twill', 'tulle', 'tweed', 'wool', 'well', 'satin', 'sateen', 'шёлк', 'шерсть']
    expect(new Set(words.map(soundKey)).size).toBeGreaterThanOrEqual(words.length - 1)
  })

  it('does not lose figures', () => {
    expect(soundKey('3110')).toBe('3110')
    expect(soundKey('nt3300')).toBe('nt3300')
  })
})
