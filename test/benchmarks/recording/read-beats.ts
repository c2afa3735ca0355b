import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SAMPLES_PER_S = 8000
const BIG = { maxBuffer: 256 * 1024 * 1024 } as const

/** Where something rises above half of its largest, having been below it for a while: seconds. */
const onsets = (values: readonly { atS: number; level: number }[]): number[] => {
  const threshold = Math.max(...values.map(({ level }) => level)) / 2
  const found: number[] = []
  let lastHighS = -1
  for (const { atS, level } of values) {
    if (level < threshold) continue
    if (atS - lastHighS > 0.4) found.push(atS)
    lastHighS = atS
  }
  return found
}

/** By how much each flash of a recorded file is seen after its beep is heard, in milliseconds; with ffmpeg. */
export const readBeats = async (file: string): Promise<number[]> => {
  const decode = ['-v', 'error', '-i', file]
  const [times, pictures, sound] = await Promise.all([
    run('ffprobe', [
      '-v',
      'error',
      '-select_streams',
      'v',
      '-show_entries',
      'frame=pts_time',
      '-of',
      'csv=p=0',
      file,
    ]),
    run(
      'ffmpeg',
      [
        ...decode,
        '-fps_mode',
        'passthrough',
        '-vf',
        'crop=200:200,scale=1:1',
        '-pix_fmt',
        'gray',
        '-f',
        'rawvideo',
        '-',
      ],
      { ...BIG, encoding: 'buffer' },
    ),
    // Silence is put where nothing was sent, so that a sample's place is its time.
    run(
      'ffmpeg',
      [
        ...decode,
        '-af',
        'aresample=async=1:first_pts=0',
        '-ac',
        '1',
        '-ar',
        String(SAMPLES_PER_S),
        '-f',
        's16le',
        '-',
      ],
      {
        ...BIG,
        encoding: 'buffer',
      },
    ),
  ])
  const flashes = onsets(
    times.stdout
      .trim()
      .split('\n')
      .map((time, at) => ({ atS: parseFloat(time), level: pictures.stdout[at] ?? 0 })),
  )
  const samples = Array.from({ length: Math.floor(sound.stdout.length / 2) }, (_, at) => ({
    atS: at / SAMPLES_PER_S,
    level: Math.abs(sound.stdout.readInt16LE(at * 2)),
  }))
  const threshold = samples.reduce((most, { level }) => Math.max(most, level), 0) / 2
  const beeps = onsets([
    { atS: 0, level: threshold * 2 },
    ...samples.filter(({ level }) => level >= threshold),
  ]).slice(1)
  return flashes.flatMap((flash) => {
    const beep = beeps.find((one) => Math.abs(one - flash) < 0.5)
    return beep === undefined ? [] : [(flash - beep) * 1000]
  })
}
