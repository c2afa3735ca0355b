import { createHash } from 'node:crypto'
import type pg from 'pg'
import { ProductSpec } from '#shared/model/product.ts'

/** A pseudo-random generator (mulberry32): the same seed, the same fair. */
export const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

export const pick = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)]!

const GOODS_A_COMPANY = 50

const TOWNS = [
  ['Namangan', 'UZ'], ['Tashkent', 'UZ'], ['Fargʻona', 'UZ'], ['Иваново', 'RU'], ['Шуя', 'RU'], ['Москва', 'RU'],
  ['Минск', 'BY'], ['Барановичи', 'BY'], ['Ош', 'KG'], ['Алматы', 'KZ'], ['Шымкент', 'KZ'], ['Գյումրի', 'AM'],
  ['Yerevan', 'AM'], ['Душанбе', 'TJ'], ['Хуҷанд', 'TJ'],
] as const // prettier-ignore
const STRUCTURES = [
  ['twill22', 'twill', 'саржа'], ['herringbone', 'herringbone', 'ёлочка'], ['poplin', 'poplin', 'поплин'],
  ['plain', 'plain weave', 'полотно'], ['satin5', 'satin', 'сатин'], ['jacquard', 'jacquard', 'жаккард'],
  ['oxford', 'oxford', 'оксфорд'], ['twill31', 'denim', 'деним'], ['dobby', 'dobby', 'добби'],
  ['ripstop', 'ripstop', 'рипстоп'],
] as const // prettier-ignore
const FIBRES = ['cotton', 'wool', 'flax', 'polyester', 'viscose', 'silk', 'lyocell', 'polyamide'] as const
const USES = [
  ['Shirting', 'Сорочечный'], ['Workwear', 'Спецодежда'], ['Coating', 'Пальтовая ткань'], ['Suiting', 'Костюмная ткань'],
  ['Upholstery', 'Обивочная ткань'], ['Curtain', 'Портьерная ткань'], ['Summer', 'Летняя ткань'], ['Lining', 'Подкладка'],
] as const // prettier-ignore
const COLOURS = [
  ['navy', 'тёмно-синий'], ['ecru', 'экрю'], ['madder', 'марена'], ['olive', 'олива'], ['charcoal', 'графит'],
] as const // prettier-ignore
const SCHEMES = ['oekoTexStandard100', 'gots', 'betterCotton', 'trCu017', 'rws', 'grs'] as const

/** The same id for the same thing in every run. */
const idOf = (name: string) => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const trade = {
  unit: 'MTR',
  currency: 'USD',
  tiers: [{ from: 100, below: null, price: '4.20' }],
  moqPerOrder: 300,
  leadTimeDays: 30,
  incoterms: [{ term: 'FCA', place: 'Tashkent' }],
  hsCode: '5209420000',
  originCountry: 'UZ',
}

const product = (at: number, next: () => number) => {
  const [structure, word, wordRu] = pick(STRUCTURES, next)
  const [use, useRu] = pick(USES, next)
  const [colour, colourRu] = pick(COLOURS, next)
  const [first, second] = [pick(FIBRES, next), pick(FIBRES, next)]
  const share = first === second ? 100 : 50 + Math.floor(next() * 9) * 5
  const scheme = pick(SCHEMES, next)
  const spec = {
    kind: 'fabric',
    articleNumber: `${word.slice(0, 2).toUpperCase()}-${at}`,
    material: 'woven',
    structure,
    composition: [
      { fibre: first, percent: share },
      ...(share < 100 ? [{ fibre: second, percent: 100 - share }] : []),
    ],
    weightGsm: 60 + Math.floor(next() * 400),
    widthCm: 150,
    colourways: [
      {
        code: 'C1',
        name: { en: colour, ru: colourRu },
        lab: { l: 40, a: 0, b: 0 },
        illuminant: 'D65',
        observerDeg: 10,
      },
    ],
    tests: [],
    certificates:
      next() < 0.4
        ? [
            {
              scheme,
              number: String(at),
              issuer: 'An office',
              holder: 'A mill',
              validFrom: '2026-01-01',
              validTo: '2027-01-01',
              proof: { state: 'example' },
            },
          ]
        : [],
    trade,
  }
  return {
    id: idOf(`product ${at}`),
    company_id: idOf(`company ${Math.floor(at / GOODS_A_COMPANY)}`),
    asset_id: idOf(`asset ${at}`),
    slug: `cloth-${at}`,
    name: { en: `${use} ${word} ${colour}`, ru: `${useRu}, ${wordRu}, ${colourRu}` },
    summary: {
      en: `A ${word} of ${first} for ${use.toLowerCase()}, finished soft and ready to cut.`,
      ru: `${useRu} из волокна: ${first}, переплетение ${wordRu}, мягкая отделка.`,
    },
    spec,
    sha256: createHash('sha256').update(`poster ${at}`).digest('hex'),
  }
}

const BATCH = 2000

/** Adds companies and published goods with posters, in bulk, up to `count` products; their search rows are not made yet. */
export const insertGoods = async (
  pool: pg.Pool,
  hallStandIds: readonly string[],
  count: number,
): Promise<void> => {
  const next = random(20261126)
  const companies = Array.from({ length: Math.ceil(count / GOODS_A_COMPANY) }, (_, at) => {
    const [city, country] = TOWNS[at % TOWNS.length]!
    return { id: idOf(`company ${at}`), slug: `mill-${at}`, name: `${city} ${at % 2 ? 'Textile' : 'Текстиль'} ${at}`, city, country }
  }) // prettier-ignore
  const all = [JSON.stringify(companies)]
  await pool.query(
    `insert into organization (id, slug, name) select id, slug, name
     from jsonb_to_recordset($1) as x(id uuid, slug text, name text) on conflict do nothing`,
    all,
  )
  await pool.query(
    `insert into company_profile (company_id, country, city, address, website, languages, story)
     select id, country, city, '', '', '{}', '{"en": "A mill."}'
     from jsonb_to_recordset($1) as x(id uuid, country text, city text) on conflict do nothing`,
    all,
  )
  for (const [at, standId] of hallStandIds.entries())
    await pool.query('update stand set company_id = $1 where id = $2', [companies[at]?.id ?? null, standId])

  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => product(from + at, next))
    for (const { spec } of rows.slice(0, 5)) ProductSpec.parse(spec)
    const batch = [JSON.stringify(rows)]
    await pool.query(
      `insert into product (id, company_id, slug, kind, name, summary, spec, published, asset_id, created_at)
       select id, company_id, slug, 'fabric', name, summary, spec, true, asset_id, now() - random() * interval '90 days'
       from jsonb_to_recordset($1) as x(id uuid, company_id uuid, slug text, name jsonb, summary jsonb, spec jsonb, asset_id uuid)
       on conflict do nothing`,
      batch,
    )
    await pool.query(
      `insert into asset_version (id, product_id, company_id, version, file_name, original_sha256, original_bytes, status)
       select asset_id, id, company_id, 1, 'cloth.glb', sha256, 1, '{"state":"processing","step":"queued","share":0}'
       from jsonb_to_recordset($1) as x(id uuid, company_id uuid, asset_id uuid, sha256 text) on conflict do nothing`,
      batch,
    )
    await pool.query(
      `insert into asset_variant (asset_id, name, sha256, bytes, media_type, triangles)
       select asset_id, 'poster', sha256, 90000, 'image/webp', 0
       from jsonb_to_recordset($1) as x(asset_id uuid, sha256 text) on conflict do nothing`,
      batch,
    )
  }
}

const WORDS = [
  'herringbone', 'ёлочка', 'twill', 'саржа', 'poplin', 'поплин', 'jacquard', 'denim', 'деним', 'linen', 'шерсть',
  'хлопок', 'navy', 'шелк', 'suiting', 'coating', 'namangan', 'Иваново', 'иваново поплин', 'wool herringbone',
  'charcoal suiting', 'твид ёлочка', 'linen curtain', 'silk satin', 'olive ripstop',
] as const // prettier-ignore
const MISTYPED = ['heringbonne', 'popplin', 'сарджа', 'jaquard', 'denimm', 'tvid elochka', 'oxferd'] as const

/** What readers ask for: they browse, they type a word or two, they narrow by facets, they sort. */
export const searches = (count: number): Record<string, string>[] => {
  const next = random(7)
  return Array.from({ length: count }, () => {
    const kind = next()
    const query: Record<string, string> = {}
    if (kind > 0.25) query['text'] = kind > 0.9 ? pick(MISTYPED, next) : pick(WORDS, next)
    if (next() < 0.5) query['fibre'] = next() < 0.3 ? 'cotton,flax' : pick(FIBRES, next)
    if (next() < 0.3) query['country'] = pick(TOWNS, next)[1]
    if (next() < 0.2) query['structure'] = pick(STRUCTURES, next)[0]
    if (next() < 0.2) query['certificate'] = pick(SCHEMES, next)
    if (next() < 0.2) Object.assign(query, { weightFrom: '150', weightTo: '300' })
    if (next() < 0.2) query['sort'] = pick(['name', 'lightest', 'heaviest'], next)
    return query
  })
}
