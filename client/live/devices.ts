/** What can go wrong with a camera or microphone, and how it is mended. */
export type DeviceProblem = 'denied' | 'missing' | 'busy' | 'insecure' | 'unblurred' | 'failed'

/** A picture can't be blurred, and is therefore not shown. */
export class BlurError extends Error {}

export type DeviceKind = 'microphone' | 'camera'

const INPUT_OF: Readonly<Record<DeviceKind, MediaDeviceKind>> = {
  microphone: 'audioinput',
  camera: 'videoinput',
}

/** Reads a browser's refusal; the names are those of the Media Capture standard and of older browsers. */
export const deviceProblem = (error: unknown): DeviceProblem => {
  if (!globalThis.isSecureContext) return 'insecure'
  if (error instanceof BlurError) return 'unblurred'
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
    case 'DevicesNotFoundError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
    case 'TrackStartError':
      return 'busy'
    default:
      return 'failed'
  }
}

export interface DeviceList {
  microphones: MediaDeviceInfo[]
  cameras: MediaDeviceInfo[]
  speakers: MediaDeviceInfo[]
}

/** Devices that are plugged in; without names before the first permission. */
export const listDevices = async (): Promise<DeviceList> => {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind && one.deviceId !== '')
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') }
}

/** Calls back with the list now, and whenever something is plugged in or out. */
export const watchDevices = (onChange: (devices: DeviceList) => void): (() => void) => {
  const tell = () => void listDevices().then(onChange, () => undefined)
  tell()
  navigator.mediaDevices?.addEventListener('devicechange', tell)
  return () => navigator.mediaDevices?.removeEventListener('devicechange', tell)
}

const WANTED: Readonly<Record<DeviceKind, MediaTrackConstraints>> = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 } },
}

/** Opens a device for the check before a call. Rejects as the browser does. */
export const openDevice = async (kind: DeviceKind, deviceId?: string): Promise<MediaStream> => {
  if (!navigator.mediaDevices) throw new DOMException('', 'SecurityError')
  const wanted = { ...WANTED[kind], ...(deviceId ? { deviceId: { ideal: deviceId } } : {}) }
  return navigator.mediaDevices.getUserMedia(
    INPUT_OF[kind] === 'audioinput' ? { audio: wanted } : { video: wanted },
  )
}

export const stopStream = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

const REMEMBERED = 'fairloom.devices'

export interface DeviceChoice {
  microphone?: string
  camera?: string
  speaker?: string
  wantsMicrophone: boolean
  wantsCamera: boolean
  /** What is behind one is blurred before anybody sees it. */
  wantsBlur: boolean
}

const NOTHING_CHOSEN: DeviceChoice = { wantsMicrophone: true, wantsCamera: false, wantsBlur: false }

/** What this browser's owner chose last. */
export const recallDevices = (): DeviceChoice => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}')
    return { ...NOTHING_CHOSEN, ...(typeof read === 'object' ? read : {}) }
  } catch {
    return NOTHING_CHOSEN
  }
}

export const rememberDevices = (choice: DeviceChoice): void => {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(choice))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Whoever came in without a look at their devices is neither heard nor seen before they want it. */
export const quietDevices = (): DeviceChoice => ({
  ...recallDevices(),
  wantsMicrophone: false,
  wantsCamera: false,
})
