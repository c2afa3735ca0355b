import type { AssetVariant } from '#shared/model/asset.ts'
import type { FoundExhibitor, FoundProduct } from '#shared/protocol/search.ts'
import type { ExhibitorRow, PictureRow, PosterColumns, ProductRow, StandRow } from './search.repository.ts'

/** Gives a stored poster its address. */
export type PresentPoster = (poster: {
  assetId: string
  name: 'poster'
  sha256: string
  bytes: number
  mediaType: AssetVariant['mediaType']
  triangles: number
}) => AssetVariant

/** Rows as clients see them. */
export const searchPresenter = (presentPoster: PresentPoster) => {
  const posterOf = ({
    asset_id: assetId,
    sha256,
    bytes,
    media_type: mediaType,
  }: PosterColumns): AssetVariant[] =>
    assetId === null || sha256 === null || bytes === null || mediaType === null
      ? []
      : [presentPoster({ assetId, name: 'poster', sha256, bytes, mediaType, triangles: 0 })]

  return {
    foundProduct: (row: ProductRow): FoundProduct => ({
      id: row.id,
      slug: row.slug,
      kind: row.kind,
      name: row.name,
      company: {
        id: row.company_id,
        slug: row.company_slug,
        name: row.company_name,
        country: row.country,
        city: row.city,
      },
      structure: row.structure,
      weightGsm: row.weight_gsm,
      variants: posterOf(row),
    }),

    foundExhibitor: (
      { id, slug, name, country, city, kinds, certificates, products }: ExhibitorRow,
      stands: readonly StandRow[],
      pictures: readonly PictureRow[],
    ): FoundExhibitor => ({
      id,
      slug,
      name,
      country,
      city,
      kinds,
      certificates,
      products: Number(products),
      stands: stands.filter(({ companyId }) => companyId === id),
      pictures: pictures
        .filter(({ company_id }) => company_id === id)
        .map((picture) => ({ id: picture.id, name: picture.name, variants: posterOf(picture) })),
    }),
  }
}
