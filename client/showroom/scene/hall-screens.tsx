import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Mesh } from 'three'
import type { HallView, ShownOnScreen } from '../state/showroom-types.ts'
import type { Visit } from '../state/visit.ts'
import { PALETTE } from './build/palette.ts'
import { screenFaces, type SignFace } from './build/screen-faces.ts'
import { createScreenPicture, type ScreenPicture } from './screen-picture.ts'

/** Before the sign that it covers, and before its own ground: far away depths are told apart coarsely. */
const BEFORE_SIGN_M = 0.012
const BEFORE_GROUND_M = 0.01
const PRESS_DEPTH_M = 0.1

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** One screen: the picture as large as fits, on dark ground. */
const Screen = ({ face, picture }: { face: SignFace; picture: ScreenPicture }) => {
  const mesh = useRef<Mesh>(null)
  const { widthM, heightM } = face
  useFrame(() => {
    // A camera that is turned, or a window that is shared, changes its shape while it is shown.
    const aspect = picture.aspect()
    const width = Math.min(widthM, heightM * aspect)
    mesh.current?.scale.set(width, width / aspect, 1)
  })
  return (
    <group position={[face.xM, face.yM, face.zM]} rotation-y={-radians(face.turnDeg)}>
      <mesh position-z={BEFORE_SIGN_M} scale={[widthM, heightM, 1]}>
        <planeGeometry />
        <meshBasicMaterial color={PALETTE.screen} toneMapped={false} />
      </mesh>
      <mesh ref={mesh} position-z={BEFORE_SIGN_M + BEFORE_GROUND_M}>
        <planeGeometry />
        <meshBasicMaterial key={picture.texture.uuid} map={picture.texture} toneMapped={false} fog={false} />
      </mesh>
    </group>
  )
}

const Shown = ({ visit, view, shown }: { visit: Visit; view: HallView; shown: ShownOnScreen }) => {
  const invalidate = useThree((state) => state.invalidate)
  const [picture, setPicture] = useState<ScreenPicture>()
  const key = shown.picture.kind === 'video' ? shown.picture.track.id : JSON.stringify(shown.picture)
  useEffect(() => {
    const made = createScreenPicture(shown.picture, invalidate)
    setPicture(made)
    return () => {
      setPicture(undefined)
      made.dispose()
    }
    // The same words or the same track make the same picture.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, invalidate])
  const faces = useMemo(() => screenFaces(view, shown.place), [view, shown])
  useEffect(() => {
    const own = faces.map(({ xM, yM, zM, turnDeg, widthM, heightM }) => ({
      xM,
      yM,
      zM,
      halfWidthM: widthM / 2,
      halfHeightM: heightM / 2,
      halfDepthM: PRESS_DEPTH_M / 2,
      turnRad: radians(turnDeg),
      press: shown.onPress,
    }))
    visit.screens = [...visit.screens, ...own]
    return () => {
      visit.screens = visit.screens.filter((box) => !own.some((one) => one === box))
    }
  }, [visit, faces, shown])
  return picture && faces.map((face, at) => <Screen key={at} face={face} picture={picture} />)
}

/** What is on now, on the screens of its stands and stages. */
export const HallScreens = ({
  visit,
  view,
  screens,
}: {
  visit: Visit
  view: HallView
  screens: readonly ShownOnScreen[]
}) =>
  screens.map((shown) => (
    <Shown
      key={'standId' in shown.place ? shown.place.standId : shown.place.area}
      {...{ visit, view, shown }}
    />
  ))
