import type { AssetState, AssetVariant } from '#shared/model/asset.ts'
import type { AssetEntry } from '#shared/protocol/assets.ts'
import type { AssetRow, VariantRow } from './assets.repository.ts'

const EXTENSION: Record<AssetVariant['mediaType'], string> = {
  'model/gltf-binary': 'glb',
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
}

export const mediaUrl = (sha256: string, mediaType: AssetVariant['mediaType']): string =>
  `/media/${sha256}.${EXTENSION[mediaType]}`

/** One file; `swatchMm` is the edge of the piece of cloth that a swatch shows. */
export const presentVariant = (
  { name, sha256, bytes, mediaType, triangles }: VariantRow,
  swatchMm?: number,
): AssetVariant => ({
  name,
  url: mediaUrl(sha256, mediaType),
  mediaType,
  bytes,
  triangles,
  ...(name === 'swatch' && swatchMm !== undefined && { sizeMm: swatchMm }),
})

/** The files of one version; its report knows the swatch's size. */
export const presentVariants = ({ status }: AssetRow, variants: readonly VariantRow[]): AssetVariant[] => {
  const swatchMm = status.state === 'ready' ? status.report.swatchMm : undefined
  return variants.map((variant) => presentVariant(variant, swatchMm))
}

export const presentStatus = (row: AssetRow, variants: readonly VariantRow[]): AssetState =>
  row.status.state === 'ready' ? { ...row.status, variants: presentVariants(row, variants) } : row.status

export const presentAsset = (
  row: AssetRow,
  variants: readonly VariantRow[],
  currentId: string | null,
): AssetEntry => ({
  id: row.id,
  productId: row.productId,
  version: row.version,
  fileName: row.fileName,
  status: presentStatus(row, variants),
  createdAt: row.createdAt.toISOString(),
  bytes: row.originalBytes,
  current: row.id === currentId,
})
