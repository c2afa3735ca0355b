import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { twillDraft } from './products.ts'
import { call } from './rest-client.ts'
import type { RunningFair } from './running-fair.ts'

/** A running fair of one stand, with an exhibitor's company on it and one unpublished product of theirs. */
export const foundMill = async (fair: RunningFair) => {
  const { cookie: organiser, standIds } = await fair.found(1)
  const [standId = ''] = standIds
  const exhibitor = await fair.signUp('Exhibitor')
  const api = call(fair.url, exhibitor)
  const { id: companyId } = await api(catalogueRoutes.createCompany, {
    body: {
      slug: 'the-mill',
      name: 'The mill',
      country: 'UZ',
      city: '',
      address: '',
      website: '',
      languages: [],
      founded: null,
      story: { en: 'A mill.' },
    },
  })
  await call(fair.url, organiser)(fairRoutes.assignStand, { params: { standId }, body: { companyId } })
  const productId = crypto.randomUUID()
  await api(catalogueRoutes.createProduct, {
    params: { companyId },
    body: { ...twillDraft(), id: productId },
  })
  return { organiser, exhibitor, api, standId, companyId, productId }
}
