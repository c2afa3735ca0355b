import { Line } from '@react-three/drei/core/Line'
import { useFrame } from '@react-three/fiber'
import { type RefObject, useRef } from 'react'
import type { Group, Mesh, Vector3 } from 'three'
import type { GoodsMark, StagePose } from '#shared/model/live-session.ts'

const COLOURS = { madder: '#9d2f2c', indigo: '#2c3a6b', ink: '#1d1a16', saffron: '#c8963a' }
/** Share of the distance to the viewer: the dot looks the same from near and far. */
const DOT_SHARE = 0.006

/** Lines drawn on the goods, and the presenter's dot of light. */
export function GoodsMarks({
  center,
  marks,
  pose,
  showsLaser,
}: {
  center: Vector3
  marks: readonly GoodsMark[]
  pose: RefObject<StagePose | null>
  showsLaser: boolean
}) {
  const group = useRef<Group>(null)
  const dot = useRef<Mesh>(null)
  useFrame(({ camera }) => {
    group.current?.position.copy(center)
    const laser = showsLaser ? pose.current?.laser : null
    const mesh = dot.current
    if (!mesh) return
    mesh.visible = laser !== null && laser !== undefined
    if (!laser) return
    mesh.position.set(...laser)
    mesh.scale.setScalar(camera.position.distanceTo(center) * DOT_SHARE)
  })
  return (
    <group ref={group}>
      {marks.map(({ id, colour, points }) => (
        <Line
          key={id}
          points={points.length > 1 ? points : [...points, ...points]}
          color={COLOURS[colour]}
          lineWidth={4}
          depthTest={false}
          renderOrder={2}
        />
      ))}
      <mesh ref={dot} renderOrder={3} visible={false}>
        <sphereGeometry args={[1, 16, 12]} />
        <meshBasicMaterial color="#e0202a" depthTest={false} toneMapped={false} transparent />
      </mesh>
    </group>
  )
}
