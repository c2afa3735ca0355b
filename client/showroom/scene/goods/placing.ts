import type { Matrix4 } from 'three'
import { type Box3, Quaternion, Vector3 } from 'three'
import type { SlotAnchor } from '#shared/geometry/furniture.ts'
import type { GoodsBox } from '../../state/picking.ts'

const UP = new Vector3(0, 1, 0)
const size = new Vector3()
const position = new Vector3()
const scale = new Vector3()
const turn = new Quaternion()

/** A model taller than this stands on the floor rather than on a dress form. */
const FULL_LENGTH_M = 1.3

/**
 * Where a model stands at its anchor. Goods keep their true scale, unless they are larger than their room: then
 * they are made smaller as a whole.
 */
export function placeModel(box: Box3, anchor: SlotAnchor, into: Matrix4): Matrix4 {
  box.getSize(size)
  const fitting = Math.min(
    1,
    anchor.roomWidthM / Math.max(size.x, 1e-3),
    anchor.roomHeightM / Math.max(size.y, 1e-3),
    anchor.roomDepthM / Math.max(size.z, 1e-3),
  )
  const turnRad = (-anchor.turnDeg * Math.PI) / 180
  turn.setFromAxisAngle(UP, turnRad)
  // Its middle comes to the anchor's axis, its foot, top or shoulders to the anchor's height.
  position
    .set(-(box.min.x + box.max.x) / 2, 0, -(box.min.z + box.max.z) / 2)
    .multiplyScalar(fitting)
    .applyQuaternion(turn)
  position.x += anchor.xM
  position.z += anchor.zM
  position.y = footM(anchor, size.y * fitting) - box.min.y * fitting
  return into.compose(position, turn, scale.setScalar(fitting))
}

function footM(anchor: SlotAnchor, heightM: number): number {
  switch (anchor.fit) {
    case 'stand':
      return anchor.yM
    case 'hang':
      return anchor.yM - heightM
    case 'wear':
      return heightM > FULL_LENGTH_M ? 0 : anchor.yM - heightM
  }
}

/** Makes the box that clicks meet true to a placed model. */
export function fitGoodsBox(target: GoodsBox, box: Box3, anchor: SlotAnchor, matrix: Matrix4): void {
  box.getSize(size)
  box.getCenter(position).applyMatrix4(matrix)
  const fitting = scale.setFromMatrixScale(matrix).x
  target.xM = position.x
  target.yM = position.y
  target.zM = position.z
  // Thin cloths are still easy to hit.
  target.halfWidthM = Math.max(0.05, (size.x * fitting) / 2)
  target.halfHeightM = Math.max(0.05, (size.y * fitting) / 2)
  target.halfDepthM = Math.max(0.05, (size.z * fitting) / 2)
  target.turnRad = (anchor.turnDeg * Math.PI) / 180
}
