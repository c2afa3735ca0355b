import type { CallPerson, CallPicture } from '../../live/call-state.ts'
import { initialsOf } from '../../live/initials.ts'
import type { StagePlan } from '../stage-plan.ts'
import { placeStage, splitBox, STAGE_HEIGHT, STAGE_WIDTH, TITLE_HEIGHT, type Box } from './stage-boxes.ts'
import type { StagePictures } from './stage-pictures.ts'

const SANS = '"Noto Sans Variable", "Noto Sans Armenian Variable", sans-serif'
const SERIF = '"Noto Serif Display Variable", Georgia, serif'
const PAPER = '#faf8f4'
const INK = '#1d1a16'
const NAMEPLATE_HEIGHT = 26

export interface StageScene {
  title: string
  plan: StagePlan
  goods: readonly { productId: string; name: string }[]
}

type Source = CanvasImageSource | undefined

const sizeOf = (source: CanvasImageSource): { width: number; height: number } => {
  if (source instanceof HTMLVideoElement) return { width: source.videoWidth, height: source.videoHeight }
  if (source instanceof HTMLImageElement) return { width: source.naturalWidth, height: source.naturalHeight }
  if (source instanceof HTMLCanvasElement) return source
  return { width: 0, height: 0 }
}

/** Draws stages as they are seen, one picture at a time, onto a canvas of 1280 x 720. */
export const createStagePainter = (canvas: HTMLCanvasElement, pictures: StagePictures) => {
  canvas.width = STAGE_WIDTH
  canvas.height = STAGE_HEIGHT
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('no canvas')

  const fill = (colour: string, { x, y, width, height }: Box) => {
    context.fillStyle = colour
    context.fillRect(x, y, width, height)
  }

  /** `cover` fills the box, `contain` shows all of it. */
  const draw = (source: Source, box: Box, fit: 'cover' | 'contain') => {
    if (!source) return false
    const { width, height } = sizeOf(source)
    if (width === 0 || height === 0) return false
    const ratios = [box.width / width, box.height / height]
    const scale = fit === 'cover' ? Math.max(...ratios) : Math.min(...ratios)
    const [w, h] = [Math.min(width, box.width / scale), Math.min(height, box.height / scale)]
    const [toW, toH] = [w * scale, h * scale]
    context.drawImage(
      source,
      (width - w) / 2,
      (height - h) / 2,
      w,
      h,
      box.x + (box.width - toW) / 2,
      box.y + (box.height - toH) / 2,
      toW,
      toH,
    )
    return true
  }

  const write = (text: string, box: Box, font: string, colour: string, align: CanvasTextAlign = 'left') => {
    context.font = font
    context.fillStyle = colour
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillText(
      text,
      align === 'center' ? box.x + box.width / 2 : box.x,
      box.y + box.height / 2,
      box.width,
    )
  }

  const nameplate = (name: string, box: Box) => {
    context.font = `15px ${SANS}`
    const width = Math.min(box.width, context.measureText(name).width + 16)
    const plate = { x: box.x, y: box.y + box.height - NAMEPLATE_HEIGHT, width, height: NAMEPLATE_HEIGHT }
    fill('rgb(29 26 22 / 76%)', plate)
    write(name, { ...plate, x: plate.x + 8, width: width - 16 }, `15px ${SANS}`, '#ffffff')
  }

  const videoOf = (picture: CallPicture | undefined): Source =>
    picture?.track && !picture.muted ? pictures.of(picture.track) : undefined

  const drawPerson = ({ name, camera, isSpeaking }: CallPerson, box: Box) => {
    fill('#2e2a25', box)
    if (!draw(videoOf(camera), box, 'cover'))
      write(initialsOf(name), box, `500 ${Math.round(box.height / 3)}px ${SERIF}`, '#e2ddd4', 'center')
    nameplate(name, box)
    if (!isSpeaking) return
    context.strokeStyle = '#c8963a'
    context.lineWidth = 3
    context.strokeRect(box.x + 1.5, box.y + 1.5, box.width - 3, box.height - 3)
  }

  const drawGoods = ({ productId, name }: StageScene['goods'][number], box: Box) => {
    const shown = document.querySelector(`[data-goods="${productId}"]`)
    const picture =
      shown?.querySelector<HTMLImageElement | HTMLVideoElement | HTMLCanvasElement>('img, video, canvas') ??
      undefined
    fill('#f6f3ee', box)
    draw(picture, box, 'contain')
    nameplate(name, box)
  }

  return {
    paint({ title, plan, goods }: StageScene): void {
      fill(PAPER, { x: 0, y: 0, width: STAGE_WIDTH, height: STAGE_HEIGHT })
      const head = { x: 16, y: 0, width: STAGE_WIDTH - 32, height: TITLE_HEIGHT }
      write(title, head, `500 24px ${SERIF}`, INK)
      const { large, tiles } = placeStage(plan.main, plan.tiles.length)
      if (plan.main === 'product')
        splitBox(large, goods.length).forEach((box, at) => goods[at] && drawGoods(goods[at], box))
      if (plan.screen) {
        fill('#2e2a25', large)
        draw(videoOf(plan.screen.picture), large, 'contain')
        nameplate(plan.screen.person.name, large)
      }
      if (plan.large) drawPerson(plan.large, large)
      plan.tiles.forEach((person, at) => tiles[at] && drawPerson(person, tiles[at]))
    },
  }
}
