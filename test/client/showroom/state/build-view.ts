import type { AssetVariant, VariantName } from '#shared/model/asset.ts'
import type { HallView, StandView } from '#client/showroom/state/showroom-types.ts'
import { buildHall, buildPlace, buildSlot, uuid } from '#test/shared/geometry/build-plan.ts'

const TRIANGLES: Readonly<Record<string, number>> = {
  preview: 4000,
  web: 40_000,
  webLod1: 10_000,
  webLod2: 2500,
  webLod3: 500,
  detail: 90_000,
}

export function buildVariants(...names: VariantName[]): AssetVariant[] {
  return names.map((name) => ({
    name,
    url: `/models/${name}.glb`,
    mediaType: 'model/gltf-binary',
    bytes: 1000,
    triangles: TRIANGLES[name] ?? 0,
  }))
}

export function buildStand(overrides: Partial<StandView> = {}): StandView {
  return {
    id: uuid(100),
    number: 'A1',
    companyName: 'Namangan Twill',
    place: buildPlace(),
    layout: { slots: [buildSlot('plinth', 1)] },
    products: [{ id: uuid(0), name: 'Twill', kind: 'fabric', variants: buildVariants('preview', 'web') }],
    ...overrides,
  }
}

export function buildView(...stands: StandView[]): HallView {
  return { hall: buildHall(), stands: stands.length > 0 ? stands : [buildStand()] }
}
