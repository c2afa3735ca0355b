import type { Call } from '../../live/call.ts'
import type { SessionLink } from '../session-link.ts'
import { planStage } from '../stage-plan.ts'
import { createStagePainter, type StageScene } from './stage-painter.ts'
import { createStagePictures } from './stage-pictures.ts'
import { startTicks } from './ticks.ts'

export const PICTURES_PER_S = 25

export interface StageParts {
  call: Call
  link: SessionLink
  title: string
  nameOf(productId: string): string
}

/** Keeps the stage painted on a canvas as it is now, until the answered function is called. */
export const paintStage = (
  canvas: HTMLCanvasElement,
  { call, link, title, nameOf }: StageParts,
): (() => void) => {
  const pictures = createStagePictures()
  const painter = createStagePainter(canvas, pictures)
  let scene: StageScene | undefined

  const look = () => {
    const { view } = link.store.getState()
    const { people } = call.store.getState()
    pictures.keep(
      new Set(people.flatMap(({ camera, screen }) => [camera?.track ?? [], screen?.track ?? []].flat())),
    )
    scene = view && {
      title,
      plan: planStage(view.stage, people, view.people),
      goods: view.stage.goods.map((productId) => ({ productId, name: nameOf(productId) })),
    }
  }

  look()
  const stops = [
    call.store.subscribe(look),
    link.store.subscribe(look),
    startTicks(1000 / PICTURES_PER_S, () => scene && painter.paint(scene)),
  ]
  return () => {
    for (const stop of stops) stop()
    pictures.keep(new Set())
  }
}
