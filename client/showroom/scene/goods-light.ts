import { Color, NeutralToneMapping, NoToneMapping, type Scene, type WebGLRenderer } from 'three'
import type { InspectionLight } from '../state/visit.ts'
import { PALETTE } from './build/palette.ts'
import type { InspectionTable } from './inspection-table.ts'

const paper = new Color(PALETTE.paper)
const grey = new Color('#8a8a8a')

/** The light under which one product is looked at; evaluation has a neutral ground and no tone mapping. */
export function lightGoods(
  light: InspectionLight,
  gl: WebGLRenderer,
  scene: Scene,
  table: InspectionTable | null,
): void {
  const evaluating = light === 'evaluation'
  gl.toneMapping = evaluating ? NoToneMapping : NeutralToneMapping
  scene.background = evaluating ? grey : paper
  scene.environmentIntensity = light === 'raking' ? 0.28 : evaluating ? 0.92 : 1
  table?.setLight(light)
}
