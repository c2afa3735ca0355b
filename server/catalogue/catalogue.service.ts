import { randomUUID } from 'node:crypto'
import type { Principal } from '#shared/model/principal.ts'
import type { ProductCard } from '#shared/model/cards.ts'
import type { CompanyProfile, Product, ProductDraft } from '#shared/protocol/catalogue.ts'
import { accountsRepository } from '../accounts/index.ts'
import type { Database, Queryable } from '../platform/database/database.ts'
import { tell } from '../platform/database/notices.ts'
import { AppError, isDuplicateKey } from '../platform/errors.ts'
import { permits } from '../platform/policy.ts'
import { cataloguePolicy } from './catalogue.policy.ts'
import { presentCompany, presentProduct, presentProductCard, type ModelView } from './catalogue.presenter.ts'
import { catalogueRepository, type ProductRow } from './catalogue.repository.ts'
import { slugOf } from './slug.ts'

export interface CatalogueParts {
  db: Database
  /** Current models by asset id. */
  modelsOf(assetIds: readonly string[]): Promise<Map<string, ModelView>>
  standsShowing(productId: string): Promise<{ id: string; slug: string; number: string; hallId: string }[]>
}

const relationTo = (principal: Principal, companyId: string) => {
  if (principal.companyId === companyId) return 'company'
  return principal.kind === 'organiser' ? 'fair' : 'other'
}

/** The certificates that goods name: many goods share one, which is named once. */
const certificatesOf = (rows: readonly ProductRow[]) => {
  const all = rows.flatMap(({ spec }) => spec.certificates)
  return [...new Map(all.map((one) => [`${one.scheme} ${one.number}`, one])).values()]
}

export const createCatalogueService = ({ db, modelsOf, standsShowing }: CatalogueParts) => {
  const catalogue = catalogueRepository(db)

  const mayEdit = (principal: Principal, companyId: string) =>
    permits(cataloguePolicy['product:edit'], principal.kind, relationTo(principal, companyId))

  const cardsOf = async (rows: readonly ProductRow[]): Promise<ProductCard[]> => {
    const models = await modelsOf(rows.flatMap(({ assetId }) => (assetId ? [assetId] : [])))
    return rows.map((row) => presentProductCard(row, row.assetId ? models.get(row.assetId) : undefined))
  }

  const present = async (row: ProductRow, principal: Principal): Promise<Product> => {
    const [company, models, stands] = await Promise.all([
      catalogue.findCompany(row.companyId),
      modelsOf(row.assetId ? [row.assetId] : []),
      standsShowing(row.id),
    ])
    if (!company) throw new AppError('not_found')
    return presentProduct(row, company, row.assetId ? models.get(row.assetId) : undefined, {
      mayEdit: mayEdit(principal, row.companyId),
      stands: stands.map(({ id, slug, number }) => ({ id, slug, number })),
    })
  }

  /** Tells everyone at the stands that show the product, when the transaction commits. */
  const tellStands = async (transaction: Queryable, productId: string) => {
    for (const { id, hallId } of await standsShowing(productId))
      await tell(transaction, { kind: 'stand', standId: id, hallId })
  }

  return {
    listCompanies: () => catalogue.listCompanies(),
    findCompanies: catalogue.findCompanies,
    companyOfProduct: async (productId: string) => (await catalogue.findProduct(productId))?.companyId,
    companyExists: async (companyId: string) => (await catalogue.findCompany(companyId)) !== undefined,
    mayEdit,

    /** What these products are, with their data sheets; drafts as well. */
    async goodsOf(
      productIds: readonly string[],
    ): Promise<Map<string, Pick<ProductRow, 'companyId' | 'published' | 'spec'>>> {
      return new Map((await catalogue.findProducts(productIds)).map((row) => [row.id, row]))
    },

    async getCompany(companyId: string, principal: Principal) {
      const row = await catalogue.findCompany(companyId)
      if (!row) throw new AppError('not_found')
      const editable = mayEdit(principal, companyId)
      const rows = await catalogue.listProducts(companyId, !editable)
      return {
        company: presentCompany(row),
        products: await cardsOf(rows),
        certificates: certificatesOf(rows),
        mayEdit: editable,
      }
    },

    async createCompany({ name, slug, ...profile }: CompanyProfile & { slug: string }, owner: Principal) {
      if (owner.companyId) throw new AppError('conflict')
      const id = randomUUID()
      try {
        await db.transaction(async (transaction) => {
          await accountsRepository(transaction).insertCompany({ id, slug, name })
          await accountsRepository(transaction).addMember(id, owner.id, 'owner')
          await catalogueRepository(transaction).saveProfile({ companyId: id, ...profile })
          await tell(transaction, { kind: 'session', userId: owner.id })
        })
      } catch (error) {
        throw isDuplicateKey(error) ? new AppError('slug_taken') : error
      }
      return { ...profile, id, slug, name }
    },

    async saveCompany(companyId: string, { name, ...profile }: CompanyProfile) {
      return db.transaction(async (transaction) => {
        await accountsRepository(transaction).renameCompany(companyId, name)
        await catalogueRepository(transaction).saveProfile({ companyId, ...profile })
        const row = await catalogueRepository(transaction).findCompany(companyId)
        if (!row) throw new AppError('not_found')
        return presentCompany(row)
      })
    },

    /** Cards of these products in the order asked for; drafts only where `withDrafts`. */
    async cards(productIds: readonly string[], withDrafts: boolean): Promise<ProductCard[]> {
      const rows = await catalogue.findProducts(productIds)
      const byId = new Map((await cardsOf(rows)).map((card) => [card.id, card]))
      return productIds.flatMap((id) => {
        const card = byId.get(id)
        return card && (withDrafts || card.published) ? [card] : []
      })
    },

    async getProduct(productId: string, principal: Principal) {
      const row = await catalogue.findProduct(productId)
      // A draft of another company is as good as absent.
      if (!row || (!row.published && !mayEdit(principal, row.companyId))) throw new AppError('not_found')
      return present(row, principal)
    },

    /** Storing the same draft twice (a lost reply) gives the first one back. */
    async createProduct(companyId: string, draft: ProductDraft & { id: string }, principal: Principal) {
      const slug = `${slugOf(draft.name.en)}-${draft.id.slice(0, 8)}`
      try {
        const row = await catalogue.insertProduct({ ...draft, companyId, slug })
        if (!row) throw new AppError('internal')
        return await present(row, principal)
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const existing = await catalogue.findProduct(draft.id)
        if (existing?.companyId !== companyId) throw new AppError('conflict')
        return present(existing, principal)
      }
    },

    async saveProduct(productId: string, baseRevision: number, draft: ProductDraft, principal: Principal) {
      const row = await db.transaction(async (transaction) => {
        const saved = await catalogueRepository(transaction).updateProduct(productId, baseRevision, {
          name: draft.name,
          summary: draft.summary,
          spec: draft.spec,
        })
        if (saved) await tellStands(transaction, productId)
        return saved
      })
      if (!row)
        throw new AppError((await catalogue.findProduct(productId)) ? 'version_conflict' : 'not_found')
      return present(row, principal)
    },

    async publishProduct(productId: string, published: boolean, principal: Principal) {
      const row = await db.transaction(async (transaction) => {
        const saved = await catalogueRepository(transaction).setPublished(productId, published)
        if (saved) await tellStands(transaction, productId)
        return saved
      })
      if (!row) throw new AppError('not_found')
      return present(row, principal)
    },

    /** Inside the caller's transaction: visitors see this model from the commit on. */
    async useAsset(transaction: Queryable, productId: string, assetId: string) {
      await catalogueRepository(transaction).setAsset(productId, assetId)
      await tellStands(transaction, productId)
    },
  }
}

export type CatalogueService = ReturnType<typeof createCatalogueService>
