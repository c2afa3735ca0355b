import { sql, type SQL } from 'drizzle-orm'
import { searchWords, soundKey } from '#shared/model/search-text.ts'

/** More words than this narrow nothing down any more. */
const MOST_WORDS = 8
/** Shorter ones are looked for as they are: too much begins with two letters. */
const SHORTEST_BEGINNING = 3
/** Trigrams in common, 0 to 1: твит finds твид (0.43), wool doesn't find well (0.25). */
const NEAR = 0.34
const NEIGHBOURS = 4

export interface TypedWord extends Record<string, unknown> {
  key: string
  /** What the stemmers make of it; empty for words like “for”, null for figures. */
  stems: string[] | null
  /** Words of the vocabulary that are near it; empty where some word begins with it. */
  near: string[]
}

/** Asks for stems of the typed words, and for the neighbours of those that nothing begins with. */
export const typedWordsSql = (text: string): SQL | undefined => {
  const words = searchWords(text).slice(0, MOST_WORDS)
  if (words.length === 0) return undefined
  const keys = words.map(soundKey)
  return sql`
    select t.key,
      case when t.word ~ '^[0-9]+$' then null
        when t.word ~ '[а-я]' then ts_lexize('russian_stem', t.word)
        else ts_lexize('english_stem', t.word) end as stems,
      case when length(t.key) < ${SHORTEST_BEGINNING} or t.key ~ '^[0-9]+$'
          or exists (select from search_vocabulary v where v.word like t.key || '%') then '{}'::text[]
        else array(
          select v.word from search_vocabulary v where v.word % t.key and similarity(v.word, t.key) >= ${NEAR}
          order by similarity(v.word, t.key) desc, v.word limit ${NEIGHBOURS}) end as near
    from unnest(${sql.param(words)}::text[], ${sql.param(keys)}::text[]) with ordinality as t(word, key, at)
    order by t.at`
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll(/['\\]/g, '')}'`

const oneWord = ({ key, stems, near }: TypedWord): string => {
  const beginning = key.length >= SHORTEST_BEGINNING ? `${quoted(key)}:*` : quoted(key)
  return `(${[beginning, ...(stems ?? []).map(quoted), ...near.map(quoted)].join(' | ')})`
}

/** A tsquery in its text form: every word that carries meaning, each in any of its forms. */
export const tsqueryOf = (typed: readonly TypedWord[]): string => {
  const words = typed.filter(({ key }) => key !== '')
  const meaningful = words.filter(({ stems }) => stems?.length !== 0)
  return (meaningful.length > 0 ? meaningful : words).map(oneWord).join(' & ')
}
