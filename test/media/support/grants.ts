import type { MediaGrant } from '#shared/model/media.ts'

export const EVERYTHING: MediaGrant = {
  receive: true,
  microphone: true,
  camera: true,
  screen: true,
  data: true,
  hidden: false,
}
