import type { AssetStep } from '#shared/model/asset.ts'
import type { AssetEntry } from '#shared/protocol/assets.ts'
import type { CatalogueService, ModelView } from '../catalogue/index.ts'
import type { BlobStore } from '../platform/blob-store.ts'
import type { Database } from '../platform/database/database.ts'
import { tell } from '../platform/database/notices.ts'
import { AppError } from '../platform/errors.ts'
import type { Queue } from '../platform/queue.ts'
import { presentAsset, presentStatus, presentVariants } from './assets.presenter.ts'
import {
  assetsRepository,
  variantRow,
  type AssetRow,
  type NewAsset,
  type VariantRow,
} from './assets.repository.ts'
import { AssetFailure } from './steps/asset-failure.ts'
import type { PipelineResult } from './pipeline.ts'

/** Jobs that process one version each: `{ assetId }`. */
export const ASSET_QUEUE = 'asset'

export interface AssetsParts {
  db: Database
  blobs: BlobStore
  queue: Queue
  catalogue: Pick<CatalogueService, 'useAsset'>
  currentAssetOf(productId: string): Promise<string | null | undefined>
}

/** Makes the variants of one original; see pipeline.ts. */
export type Process = (
  original: string,
  fileName: string,
  onProgress: (step: AssetStep, share: number) => void,
  signal: AbortSignal,
) => Promise<PipelineResult>

/** Current models by asset id; its own function, because the catalogue needs it before the assets service exists. */
export const createModelReader =
  (db: Database) =>
  async (assetIds: readonly string[]): Promise<Map<string, ModelView>> => {
    const assets = assetsRepository(db)
    const [rows, variants] = await Promise.all([assets.findMany(assetIds), assets.variants(assetIds)])
    return new Map(
      rows.map((row) => [
        row.id,
        {
          variants: presentVariants(
            row,
            variants.filter(({ assetId }) => assetId === row.id),
          ),
          sizeCm: row.status.state === 'ready' ? row.status.report.sizeCm : null,
        },
      ]),
    )
  }

export const createAssetsService = ({ db, blobs, queue, catalogue, currentAssetOf }: AssetsParts) => {
  const assets = assetsRepository(db)

  const require = async (productId: string, assetId: string): Promise<AssetRow> => {
    const row = await assets.find(assetId)
    if (row?.productId !== productId) throw new AppError('not_found')
    return row
  }

  const service = {
    async list(productId: string): Promise<AssetEntry[]> {
      const [rows, current] = await Promise.all([assets.list(productId), currentAssetOf(productId)])
      const variants = await assets.variants(rows.map(({ id }) => id))
      return rows.map((row) =>
        presentAsset(
          row,
          variants.filter(({ assetId }) => assetId === row.id),
          current ?? null,
        ),
      )
    },

    /** The state of one version, for those who follow its progress. */
    async status(assetId: string) {
      const row = await assets.find(assetId)
      return row && presentStatus(row, await assets.variants([assetId]))
    },

    /** A finished upload becomes a version and a job, both or neither. Again with the same id: nothing more. */
    async accept(upload: Omit<NewAsset, 'originalSha256' | 'originalBytes'>, file: string): Promise<void> {
      const blob = await blobs.putFile(file)
      await db.transaction(async (transaction) => {
        const row = await assetsRepository(transaction).insert({
          ...upload,
          originalSha256: blob.sha256,
          originalBytes: blob.bytes,
        })
        if (!row) return
        await queue.add(transaction, ASSET_QUEUE, { assetId: row.id })
        await tell(transaction, {
          kind: 'asset',
          assetId: row.id,
          productId: row.productId,
          companyId: row.companyId,
        })
      })
    },

    async use(productId: string, assetId: string): Promise<AssetEntry[]> {
      const row = await require(productId, assetId)
      if (row.status.state !== 'ready') throw new AppError('conflict')
      await db.transaction((transaction) => catalogue.useAsset(transaction, productId, assetId))
      return service.list(productId)
    },

    async retry(productId: string, assetId: string): Promise<AssetEntry[]> {
      const row = await require(productId, assetId)
      if (row.status.state !== 'failed') throw new AppError('conflict')
      await db.transaction(async (transaction) => {
        await assetsRepository(transaction).setStatus(assetId, {
          state: 'processing',
          step: 'queued',
          share: 0,
        })
        await queue.add(transaction, ASSET_QUEUE, { assetId })
        await tell(transaction, { kind: 'asset', assetId, productId, companyId: row.companyId })
      })
      return service.list(productId)
    },

    /**
     * Processes one version. Blobs are on disk before the one transaction that stores the variants, marks the
     * version ready and points the product at it: readers see the old model or the new one, never a mix.
     */
    async process(assetId: string, run: Process, signal: AbortSignal): Promise<void> {
      const row = await assets.find(assetId)
      // Gone with its product, or done by a run whose acknowledgement was lost.
      if (row?.status.state !== 'processing') return
      const notice = { kind: 'asset', assetId, productId: row.productId, companyId: row.companyId } as const
      const progress = async (step: AssetStep, share: number) => {
        await assets.setStatus(assetId, { state: 'processing', step, share })
        await tell(db, notice)
      }
      let reporting = Promise.resolve()
      const onProgress = (step: AssetStep, share: number) => {
        // Progress is a courtesy: it never fails the job.
        reporting = reporting.then(() => progress(step, share)).catch(() => undefined)
      }
      try {
        const { report, variants } = await run(
          blobs.localPath(row.originalSha256),
          row.fileName,
          onProgress,
          signal,
        )
        onProgress('store', 0)
        const stored: VariantRow[] = []
        for (const variant of variants) {
          const { name, mediaType, triangles } = variant
          stored.push(variantRow(assetId, { name, mediaType, triangles }, await blobs.putFile(variant.path)))
        }
        await reporting
        await db.transaction(async (transaction) => {
          await assetsRepository(transaction).replaceVariants(assetId, stored)
          await assetsRepository(transaction).setStatus(assetId, { state: 'ready', report })
          await catalogue.useAsset(transaction, row.productId, assetId)
          await tell(transaction, notice)
        })
      } catch (error) {
        await reporting
        if (!(error instanceof AssetFailure)) throw error
        await db.transaction(async (transaction) => {
          await assetsRepository(transaction).setStatus(assetId, { state: 'failed', failure: error.note })
          await tell(transaction, notice)
        })
      }
    },

    /** Ends a version whose job failed for good without saying why, so that its owner can try again. */
    async giveUp(assetId: string): Promise<void> {
      const failure = new AssetFailure('not_finished').note
      await db.transaction(async (transaction) => {
        const row = await assetsRepository(transaction).failUnfinished(assetId, failure)
        if (row)
          await tell(transaction, {
            kind: 'asset',
            assetId,
            productId: row.productId,
            companyId: row.companyId,
          })
      })
    },
  }
  return service
}

export type AssetsService = ReturnType<typeof createAssetsService>
