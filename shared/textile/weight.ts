import type { FabricSpec } from '#shared/model/product-specs.ts'

type WovenConstruction = {
  warpTex: number
  weftTex: number
  endsPerCm: number
  picksPerCm: number
  warpCrimpPercent: number
  weftCrimpPercent: number
}

/** Areal mass of a woven in g/m²: threads per metre, each longer than the cloth by its crimp. */
export const wovenWeightGsm = (cloth: WovenConstruction): number =>
  (cloth.endsPerCm * cloth.warpTex * (1 + cloth.warpCrimpPercent / 100) +
    cloth.picksPerCm * cloth.weftTex * (1 + cloth.weftCrimpPercent / 100)) /
  10

/** Areal mass of a weft knit in g/m²: stitches per m² times the yarn in one loop. */
export const knitWeightGsm = (cloth: {
  tex: number
  walesPerCm: number
  coursesPerCm: number
  loopLengthMm: number
}): number => (cloth.walesPerCm * cloth.coursesPerCm * cloth.loopLengthMm * cloth.tex) / 100

/** Crimp where the sheet doesn't state it, from everyday cotton cloth. */
const USUAL_CRIMP_PERCENT = 7

/**
 * Weight in g/m² that follows from counts, sett, crimp (or loop length) and the loss in finishing; undefined where
 * the sheet doesn't say enough.
 */
export const weightFromConstruction = (spec: FabricSpec): number | undefined => {
  const finished = 1 - (spec.finishLossPercent ?? 0) / 100
  if (spec.warpYarn && spec.weftYarn && spec.endsPerCm && spec.picksPerCm)
    return (
      finished *
      wovenWeightGsm({
        warpTex: spec.warpYarn.tex,
        weftTex: spec.weftYarn.tex,
        endsPerCm: spec.endsPerCm,
        picksPerCm: spec.picksPerCm,
        warpCrimpPercent: spec.warpCrimpPercent ?? USUAL_CRIMP_PERCENT,
        weftCrimpPercent: spec.weftCrimpPercent ?? USUAL_CRIMP_PERCENT,
      })
    )
  if (spec.yarn && spec.walesPerCm && spec.coursesPerCm && spec.loopLengthMm)
    return (
      finished *
      knitWeightGsm({
        tex: spec.yarn.tex,
        walesPerCm: spec.walesPerCm,
        coursesPerCm: spec.coursesPerCm,
        loopLengthMm: spec.loopLengthMm,
      })
    )
  return undefined
}
