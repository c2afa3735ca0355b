import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

const WIDTH = 640
const HEIGHT = 360

const WALLS = {
  /** Nobody could take it for blurred. */
  chequered: `<pattern id="checks" width="16" height="16" patternUnits="userSpaceOnUse">
<path d="M0 0h16v16H0z" fill="#ddd"/><path d="M0 0h8v8H0zM8 8h8v8H8z" fill="#333"/></pattern>
<path d="M0 0h${WIDTH}v${HEIGHT}H0z" fill="url(#checks)"/>`,
  /** With a window and bolts of cloth on a shelf. */
  workroom: `<path d="M0 0h${WIDTH}v${HEIGHT}H0z" fill="#d9d2c4"/><path d="M40 30h150v190H40z" fill="#eef3f5"/>
<path d="M112 30h6v190h-6zM40 122h150v6H40z" fill="#b9b0a0"/><path d="M430 150h210v10H430zM430 260h210v10H430z" fill="#8a7458"/>
<g stroke="#6f675b"><path d="M450 90h36v60h-36z" fill="#2c3a6b"/><path d="M490 80h34v70h-34z" fill="#c8963a"/>
<path d="M528 96h40v54h-40z" fill="#9d2f2c"/><path d="M450 200h44v60h-44z" fill="#2d6e5a"/><path d="M500 190h36v70h-36z" fill="#e6dfd0"/></g>`,
}

const drawing = (
  wall: keyof typeof WALLS,
) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
${WALLS[wall]}
<path d="M170 360c10-90 80-115 120-125v-35h60v35c40 10 110 35 120 125z" fill="#2b4a7a"/>
<rect x="292" y="185" width="56" height="60" rx="20" fill="#c98f72"/>
<ellipse cx="320" cy="140" rx="58" ry="76" fill="#e0a98a"/>
<path d="M258 140c-8-80 32-95 62-95 32 0 72 15 62 95-4-35-22-50-62-50-35 0-56 15-62 50z" fill="#3a2618"/>
<g fill="#fff"><ellipse cx="298" cy="135" rx="9" ry="5"/><ellipse cx="342" cy="135" rx="9" ry="5"/></g>
<g fill="#311"><circle cx="298" cy="135" r="4"/><circle cx="342" cy="135" r="4"/></g>
<path d="M318 140q-8 22 4 24M300 182q20 12 40 0" stroke="#a3473f" stroke-width="4" fill="none"/></svg>`

/** A file for Chromium's `--use-file-for-fake-video-capture` (YUV4MPEG2): somebody at a desk, before a wall. */
export const writeDrawnCamera = async (wall: keyof typeof WALLS = 'chequered'): Promise<string> => {
  const { data } = await sharp(Buffer.from(drawing(wall)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = WIDTH * HEIGHT
  const picture = Buffer.alloc((pixels * 3) / 2)
  // Full-range BT.601 with halved colour, as in JPEG files (ITU-T T.871).
  for (let at = 0; at < pixels; at++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 3, at * 3 + 3)
    picture[at] = 0.299 * red + 0.587 * green + 0.114 * blue
    const [row, column] = [Math.floor(at / WIDTH), at % WIDTH]
    if (row % 2 || column % 2) continue
    const half = pixels + (row / 2) * (WIDTH / 2) + column / 2
    picture[half] = 128 - 0.1687 * red - 0.3313 * green + 0.5 * blue
    picture[half + pixels / 4] = 128 + 0.5 * red - 0.4187 * green - 0.0813 * blue
  }
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture])
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'fairloom-camera-')), 'camera.y4m')
  await writeFile(file, Buffer.concat([header, frame, frame]))
  return file
}
