import type { AssetVariant } from '#shared/model/asset.ts'
import type { Hall, StandLayout } from '#shared/model/fair.ts'
import type { StandPlaceData } from '#shared/geometry/stand-plan.ts'

/** A product as the showroom needs it: no variants while its model is still being prepared. */
export interface ProductView {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly variants: readonly AssetVariant[]
}

/** A stand as plain data. `number` is what its fascia shows: "A12". */
export interface StandView {
  readonly id: string
  readonly number: string
  readonly companyName: string
  readonly place: StandPlaceData
  readonly layout: StandLayout
  readonly products: readonly ProductView[]
}

/** What the screens of a stand or of a stage show in place of its name. */
export interface ShownOnScreen {
  readonly place: { readonly standId: string } | { readonly area: string }
  readonly picture:
    | { readonly kind: 'video'; readonly track: MediaStreamTrack }
    /** A card with words, and the still of a product where one is shown. */
    | {
        readonly kind: 'card'
        readonly over: string
        readonly title: string
        readonly line: string
        readonly posterUrl?: string | undefined
      }
  /** Somebody has pressed it. */
  onPress(): void
}

/** Everything that the showroom draws, as the fair's data gives it. */
export interface HallView {
  readonly hall: Hall
  readonly stands: readonly StandView[]
}
