import { queryOptions } from '@tanstack/react-query'
import { assetRoutes } from '#shared/protocol/assets.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { call } from './api.ts'

/* Apart from the other queries: the rows of the catalogue bring every product's data sheet along. */

export const companyQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['company', companyId],
    queryFn: ({ signal }) => call(catalogueRoutes.getCompany, { params: { companyId } }, signal),
  })

export const productQuery = (productId: string) =>
  queryOptions({
    queryKey: ['product', productId],
    queryFn: ({ signal }) => call(catalogueRoutes.getProduct, { params: { productId } }, signal),
  })

export const assetsQuery = (productId: string) =>
  queryOptions({
    queryKey: ['assets', productId],
    queryFn: ({ signal }) => call(assetRoutes.listAssets, { params: { productId } }, signal),
  })
