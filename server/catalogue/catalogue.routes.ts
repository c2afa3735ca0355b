import type { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import { presentCompanyCard } from './catalogue.presenter.ts'
import type { CatalogueService } from './catalogue.service.ts'

export const catalogueHandlers = (catalogue: CatalogueService): RouteHandlers<typeof catalogueRoutes> => ({
  listCompanies: async () => ({ companies: (await catalogue.listCompanies()).map(presentCompanyCard) }),
  createCompany: ({ principal }, { body }) => catalogue.createCompany(body, principal),
  getCompany: ({ principal }, { params }) => catalogue.getCompany(params.companyId, principal),
  saveCompany: (_context, { params, body }) => catalogue.saveCompany(params.companyId, body),
  createProduct: ({ principal }, { params, body }) =>
    catalogue.createProduct(params.companyId, body, principal),
  getProduct: ({ principal }, { params }) => catalogue.getProduct(params.productId, principal),
  saveProduct: ({ principal }, { params, body: { baseRevision, ...draft } }) =>
    catalogue.saveProduct(params.productId, baseRevision, draft, principal),
  publishProduct: ({ principal }, { params, body }) =>
    catalogue.publishProduct(params.productId, body.published, principal),
})
