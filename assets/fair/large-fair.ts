import type { DemoCompany, DemoFair, DemoPerson, DemoProduct, DemoStand } from './demo-fair.types.ts'

const STANDS = 100
const PRODUCTS = 1500
const LETTERS = 'CDEFGHIJKLMN'

/** The `at`-th of some things, from the beginning again after the last. */
const inTurn = <T>(list: readonly T[], at: number): T => {
  const item = list[at % list.length]
  if (item === undefined) throw new RangeError('nothing to take in turn')
  return item
}

const branchOf = (company: DemoCompany, house: number): DemoCompany => ({
  ...company,
  slug: `${company.slug}-${house}`,
  name: `${company.name} No. ${house}`,
  website: `https://${company.slug}-${house}.example`,
  founded: company.founded + ((house * 3) % 11),
  certificates: company.certificates.map((certificate) => ({
    ...certificate,
    number: certificate.number.replace(/0001$/, String(house).padStart(4, '0')),
    holder: `${company.name} No. ${house}`,
  })),
})

/** Colourways in which products of this form and fabric have a model already, so that no new one is made. */
const colourwaysLike = (all: readonly DemoProduct[], { model, spec }: DemoProduct) =>
  all.filter(
    (other) =>
      other.model.shape === model.shape &&
      other.model.fabric === model.fabric &&
      other.spec.kind === spec.kind,
  )

const times = (price: string, factor: number) => (Number(price) * factor).toFixed(2)

const offerSlug = (slug: string, house: number, round: number) => `${slug}-${house}-${round + 1}`

/** The same goods from another house: another article, colour, price, smallest order and lead time. */
const offerOf = (all: readonly DemoProduct[], base: DemoProduct, company: DemoCompany, house: number, round: number) => {
  const group = colourwaysLike(all, base)
  const like = inTurn(group, group.indexOf(base) + house + round)
  const { trade, articleNumber } = like.spec
  // 0.90 to 1.14 in steps of 3 %, and one to three times the smallest order.
  const factor = 0.9 + ((house * 5 + round * 3) % 9) * 0.03
  const more = 1 + ((house + round) % 3)
  const moved = (quantity: number) => quantity * more
  const mark = `${house}.${round + 1}`
  return {
    ...like,
    slug: offerSlug(base.slug, house, round),
    companySlug: company.slug,
    model: { ...like.model, card: like.slug },
    name: { en: `${like.name.en} · ${mark}`, ru: `${like.name.ru ?? like.name.en} · ${mark}` },
    spec: {
      ...like.spec,
      articleNumber: `${articleNumber}/${mark}`,
      trade: {
        ...trade,
        tiers: trade.tiers.map(({ from, below, price }) => ({
          from: moved(from),
          below: below === null ? null : moved(below),
          price: times(price, factor),
        })),
        moqPerColour: moved(trade.moqPerColour ?? trade.moqPerOrder),
        moqPerOrder: moved(trade.moqPerOrder),
        leadTimeDays: trade.leadTimeDays + ((house + round) % 4) * 5,
        originCountry: company.country,
      },
    },
  } satisfies DemoProduct
} // prettier-ignore

/**
 * A fair of 100 stands and 1,500 products for load and scale: the small fair, and further houses of its companies in
 * halls like its own. Every product shares the model of one of the small fair's.
 */
export const largeFair = (small: DemoFair): DemoFair => {
  const halls = [...small.halls]
  const stands: DemoStand[] = [...small.stands]
  const companies = [...small.companies]
  const products = [...small.products]
  const people: DemoPerson[] = [...small.people]
  const newStands = STANDS - small.stands.length
  const perCompany = Math.floor((PRODUCTS - products.length) / newStands)
  const left = (PRODUCTS - products.length) % newStands

  for (let at = 0; at < newStands; at++) {
    const model = inTurn(small.stands, at)
    const house = 2 + Math.floor(at / small.stands.length)
    const base = small.companies.find(({ slug }) => slug === model.companySlug)
    const hall = small.halls.findIndex(({ slug }) => slug === model.hallSlug)
    if (!base) throw new RangeError(`no company ${model.companySlug}`)
    const letter = LETTERS.charAt((house - 2) * small.halls.length + hall)
    const hallSlug = `hall-${letter.toLowerCase()}`
    const plan = inTurn(small.halls, hall)
    if (!halls.some(({ slug }) => slug === hallSlug))
      halls.push({ ...plan, slug: hallSlug, name: `Hall ${letter}` })
    const company = branchOf(base, house)
    companies.push(company)
    people.push({
      name: `Stand team of ${company.name}`,
      email: `${company.slug}@fairloom.example`,
      role: 'owner',
      companySlug: company.slug,
      locale: 'ru',
      title: { en: 'Stand team', ru: 'Команда стенда' },
    })
    const goods = small.products.filter(({ companySlug }) => companySlug === base.slug)
    const count = perCompany + (at < left ? 1 : 0)
    const own = Array.from({ length: count }, (_, turn) =>
      offerOf(small.products, inTurn(goods, turn), company, house, Math.floor(turn / goods.length)),
    )
    products.push(...own)
    stands.push({
      ...model,
      slug: `${letter.toLowerCase()}-${model.number.slice(1)}`,
      number: letter + model.number.slice(1),
      hallSlug,
      companySlug: company.slug,
      slots: model.slots.map((slot) => ({
        ...slot,
        productSlugs: slot.productSlugs.map((slug) => offerSlug(slug, house, 0)),
      })),
    })
  }
  return { ...small, halls, stands, companies, products, people }
}
