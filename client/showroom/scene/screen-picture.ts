import { CanvasTexture, SRGBColorSpace, type Texture, VideoTexture } from 'three'
import type { ShownOnScreen } from '../state/showroom-types.ts'
import { PALETTE } from './build/palette.ts'

const CARD = { widthPx: 1024, heightPx: 576, marginPx: 64 } as const
const SERIF = '"Noto Serif Display Variable", "Noto Serif Display", Georgia, serif'
const SANS = '"Noto Sans Variable", "Noto Sans", sans-serif'

/** A picture for a screen. Its width is to its height as `aspect` says, once it is known. */
export interface ScreenPicture {
  readonly texture: Texture
  aspect(): number
  dispose(): void
}

const videoPicture = (track: MediaStreamTrack): ScreenPicture => {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  // What the browser does not play by itself stays dark until one steps in.
  video.play().catch(() => undefined)
  const texture = new VideoTexture(video)
  texture.colorSpace = SRGBColorSpace
  return {
    texture,
    aspect: () => (video.videoHeight > 0 ? video.videoWidth / video.videoHeight : 16 / 9),
    dispose() {
      texture.dispose()
      video.pause()
      video.srcObject = null
    },
  }
}

/** Breaks a text into lines that fit. */
const linesOf = (context: CanvasRenderingContext2D, text: string, widthPx: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && context.measureText(longer).width <= widthPx) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

type Card = Extract<ShownOnScreen['picture'], { kind: 'card' }>

const paintCard = (canvas: HTMLCanvasElement, { over, title, line }: Card, poster?: HTMLImageElement) => {
  const context = canvas.getContext('2d')
  if (!context) return
  const { widthPx, heightPx, marginPx } = CARD
  context.fillStyle = PALETTE.screen
  context.fillRect(0, 0, widthPx, heightPx)
  const posterWidth = poster ? (heightPx * poster.naturalWidth) / poster.naturalHeight : 0
  if (poster) context.drawImage(poster, 0, 0, posterWidth, heightPx)
  const left = posterWidth + marginPx
  const room = widthPx - left - marginPx
  context.textBaseline = 'top'
  context.fillStyle = PALETTE.oak
  context.font = `600 34px ${SANS}`
  context.fillText(over, left, marginPx, room)
  context.fillStyle = PALETTE.paper
  context.font = `600 64px ${SERIF}`
  const lines = linesOf(context, title, room).slice(0, 4)
  lines.forEach((text, index) => context.fillText(text, left, marginPx + 70 + index * 78, room))
  context.fillStyle = PALETTE.oak
  context.font = `600 38px ${SANS}`
  context.fillText(line, left, heightPx - marginPx - 44, room)
}

const cardPicture = (card: Card, onPainted: () => void): ScreenPicture => {
  const canvas = document.createElement('canvas')
  canvas.width = CARD.widthPx
  canvas.height = CARD.heightPx
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 4
  let isGone = false
  const paint = (poster?: HTMLImageElement) => {
    if (isGone) return
    paintCard(canvas, card, poster)
    texture.needsUpdate = true
    onPainted()
  }
  paint()
  const { posterUrl } = card
  if (posterUrl) {
    const image = new Image()
    image.src = posterUrl
    image.decode().then(
      () => paint(image),
      () => undefined,
    )
  }
  return {
    texture,
    aspect: () => CARD.widthPx / CARD.heightPx,
    dispose() {
      isGone = true
      texture.dispose()
    },
  }
}

/** Whoever makes one disposes it. */
export const createScreenPicture = (
  picture: ShownOnScreen['picture'],
  onPainted: () => void,
): ScreenPicture => (picture.kind === 'video' ? videoPicture(picture.track) : cardPicture(picture, onPainted))
