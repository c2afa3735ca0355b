import type { Document } from '@gltf-transform/core'
import type { AssetNote } from '#shared/model/asset.ts'

/** What every importer gives: a document, its findings, and the unit where the format states one. */
export type ImportedModel = { document: Document; notes: AssetNote[]; metresPerUnit: number | undefined }
