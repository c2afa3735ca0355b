import type { DemoFair, DemoSlot, DemoStand } from './demo-fair.types.ts'

export const FAIR: DemoFair['fair'] = {
  slug: 'warp-and-steppe',
  name: { en: 'Warp & Steppe', ru: 'Основа и степь' },
  tagline: {
    en: 'The fabric fair between the Volga, the Syr Darya and the Ala-Too. Invented companies, real weaves.',
    ru: 'Ярмарка тканей между Волгой, Сырдарьёй и Ала-Тоо. Компании вымышлены, переплетения настоящие.',
  },
  opensAt: '2026-01-01T05:00:00Z',
  closesAt: '2035-12-31T15:00:00Z',
}

/**
 * One hall of 32 by 24 m: two islands beside a central aisle of 8 m, a cross aisle of 5 m behind them and four stands
 * along the back wall.
 */
export const HALL: DemoFair['hall'] = {
  slug: 'hall-a',
  name: 'Hall A',
  widthM: 32,
  depthM: 24,
  entrance: { xM: 0, zM: 10.5, headingDeg: 0 },
  aisles: [
    { name: 'Central aisle', xM: 0, zM: -1, widthM: 8, depthM: 6 },
    { name: 'Cross aisle', xM: 0, zM: -6.5, widthM: 32, depthM: 5 },
    { name: 'Foyer', xM: 0, zM: 7, widthM: 32, depthM: 10 },
    { name: 'West aisle', xM: -13, zM: -1, widthM: 6, depthM: 6 },
    { name: 'East aisle', xM: 13, zM: -1, widthM: 6, depthM: 6 },
    { name: 'Passage', xM: 0, zM: -10.5, widthM: 6, depthM: 3 },
  ],
  areas: [],
}

const slot = (id: string, kind: DemoSlot['kind'], xM: number, zM: number, turnDeg: number, ...productSlugs: string[]): DemoSlot => ({
  id, kind, xM, zM, turnDeg, productSlugs,
}) // prettier-ignore

/** Stands with their furniture; every stand leaves the 0.6 m behind its front free at the middle, so that one enters. */
export const STANDS: readonly DemoStand[] = [
  {
    slug: 'a-01',
    number: 'A01',
    companySlug: 'zarbuloq-mills',
    door: 'open',
    capacity: 40,
    place: { xM: -7, zM: -1, widthM: 6, depthM: 6, shape: 'island', areaM2: 36, headingDeg: 0 },
    slots: [
      slot(
        'rail-shirting',
        'headerRail',
        -1.9,
        2.2,
        0,
        'poplin-54',
        'oxford-38',
        'shirting-stripe',
        'chambray',
      ),
      slot('rail-bottoms', 'headerRail', 1.9, 2.2, 0, 'denim-rigid', 'chino-twill', 'ripstop-cotton'),
      slot('wall-middle', 'wall', 0, -0.2, 0, 'sateen-bed'),
      slot('table-bolts', 'table', -1.9, 0.4, 0, 'drill-work', 'flannel-check'),
      slot('table-towels', 'table', 1.9, 0.4, 0, 'terry-towel', 'sateen-cushion'),
      slot('plinth-canvas', 'plinth', -2.5, -2.3, 0, 'canvas-basket'),
      slot('rail-back', 'headerRail', 0, -2.3, 180, 'chambray-clay', 'oxford-rose'),
      slot('screen', 'screen', 2.2, -2.2, 180),
    ],
  },
  {
    slug: 'a-02',
    number: 'A02',
    companySlug: 'veretyanka',
    door: 'open',
    capacity: 40,
    place: { xM: 7, zM: -1, widthM: 6, depthM: 6, shape: 'island', areaM2: 36, headingDeg: 0 },
    slots: [
      slot('rail-tweed', 'headerRail', -1.9, 2.2, 0, 'tweed-herringbone', 'tartan-wool', 'worsted-twill'),
      slot('table-coating', 'table', 1.8, 2.0, 0, 'coating-camel'),
      slot('wall-drape', 'wall', 0, -0.2, 0, 'tartan-throw'),
      slot('plinth-cushion', 'plinth', -2.2, 0.2, 0, 'tweed-cushion'),
      slot('screen', 'screen', 2.2, -2.2, 180),
    ],
  },
  {
    slug: 'a-03',
    number: 'A03',
    companySlug: 'darvoza-silk-cotton',
    door: 'open',
    capacity: 12,
    place: { xM: -10.5, zM: -10.5, widthM: 3, depthM: 3, shape: 'row', areaM2: 9, headingDeg: 0 },
    slots: [
      slot('wall-silk', 'wall', 0, -1.4, 0, 'silk-satin', 'adras-stripe'),
      slot('plinth-scarf', 'plinth', -1.1, 0.2, 0, 'adras-scarf'),
      slot('plinth-cotton', 'plinth', 1.1, 0.2, 0, 'cotton-bale'),
    ],
  },
  {
    slug: 'a-04',
    number: 'A04',
    companySlug: 'dnyapro-linen',
    door: 'open',
    capacity: 20,
    place: { xM: -6, zM: -10.5, widthM: 6, depthM: 3, shape: 'corner', areaM2: 18, headingDeg: 0 },
    slots: [
      slot('wall-linen', 'wall', -1.4, -1.4, 0, 'linen-cornflower'),
      slot('rail-linen', 'headerRail', 1.5, -1.1, 0, 'linen-natural', 'linen-check'),
      slot('table-linen', 'table', -1.9, 0.2, 0, 'linen-herringbone', 'linen-napery'),
      slot('mannequin', 'mannequin', 2.4, 0.5, 0, 'linen-apron'),
    ],
  },
  {
    slug: 'a-05',
    number: 'A05',
    companySlug: 'kyzyl-alma-knit',
    door: 'open',
    capacity: 20,
    place: { xM: 6, zM: -10.5, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0 },
    slots: [
      slot('rail-knit', 'headerRail', -1.7, -1.1, 0, 'jersey-melange', 'rib-merino', 'pique-juniper'),
      slot('mannequin', 'mannequin', 1.2, 0.2, 0, 'jersey-tunic'),
      slot('plinth-tote', 'plinth', 2.4, 0.3, 0, 'canvas-tote'),
    ],
  },
  {
    slug: 'a-06',
    number: 'A06',
    companySlug: 'sarytau-leather',
    door: 'registered',
    capacity: 12,
    place: { xM: 10.5, zM: -10.5, widthM: 3, depthM: 3, shape: 'corner', areaM2: 9, headingDeg: 0 },
    slots: [
      slot('wall-hides', 'wall', -0.2, -1.4, 0, 'cattle-saddle', 'sheep-suede'),
      slot('table-goods', 'table', -0.6, -0.1, 0, 'felt-slippers', 'leather-tote'),
    ],
  },
]
