import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'

/** Outlines of a font as SVG paths, in units of `unitsPerEm`, y downwards, and how far each letter advances. */
export type FontOutlines = {
  unitsPerEm: number
  glyph: (character: string) => { path: string; advance: number } | undefined
}

type Point = { x: number; y: number; on: boolean }

/** Reads numbers as WOFF2 packs them. */
class Stream {
  readonly view: DataView
  at = 0
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  u8 = () => this.view.getUint8(this.at++)
  u16 = () => this.view.getUint16((this.at += 2) - 2)
  i8 = () => this.view.getInt8(this.at++)
  i16 = () => this.view.getInt16((this.at += 2) - 2)
  u32 = () => this.view.getUint32((this.at += 4) - 4)
  /** UIntBase128 of the WOFF2 directory. */
  base128 = () => {
    let value = 0
    for (;;) {
      const byte = this.u8()
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  /** 255UInt16 of the transformed glyf table. */
  short = () => {
    const code = this.u8()
    if (code === 253) return this.u16()
    if (code === 255) return this.u8() + 253
    return code === 254 ? this.u8() + 506 : code
  }
}

/** Tags that the directory names by number; only those up to the last that we read. */
const KNOWN_TAGS = [
  'cmap',
  'head',
  'hhea',
  'hmtx',
  'maxp',
  'name',
  'OS/2',
  'post',
  'cvt ',
  'fpgm',
  'glyf',
  'loca',
]

const tablesOf = (file: Uint8Array): Map<string, Uint8Array> => {
  const directory = new Stream(file)
  directory.at = 12
  const count = directory.u16()
  directory.at = 48
  const entries: { tag: string; length: number }[] = []
  for (let i = 0; i < count; i++) {
    const flags = directory.u8()
    const known = flags & 63
    if (known === 63) directory.at += 4
    const tag = KNOWN_TAGS[known] ?? `table ${known}`
    const length = directory.base128()
    const version = flags >> 6
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
    entries.push({ tag, length: transformed ? directory.base128() : length })
  }
  const data = brotliDecompressSync(file.subarray(directory.at))
  let at = 0
  return new Map(entries.map(({ tag, length }) => [tag, new Uint8Array(data.subarray(at, (at += length)))]))
}

const signed = (flag: number, size: number) => (flag & 1 ? size : -size)

/** One step of an outline: WOFF2 5.2, the triplet encoding. */
const step = (flag: number, bytes: Stream): readonly [number, number] => {
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + bytes.u8())]
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + bytes.u8()), 0]
  if (flag < 84) {
    const [own, byte] = [flag - 20, bytes.u8()]
    return [
      signed(flag, 1 + (own & 0x30) + (byte >> 4)),
      signed(flag >> 1, 1 + ((own & 0x0c) << 2) + (byte & 15)),
    ]
  }
  if (flag < 120) {
    const own = flag - 84
    const dx = signed(flag, 1 + (Math.floor(own / 12) << 8) + bytes.u8())
    return [dx, signed(flag >> 1, 1 + (((own % 12) >> 2) << 8) + bytes.u8())]
  }
  if (flag < 124) {
    const [a, b, c] = [bytes.u8(), bytes.u8(), bytes.u8()]
    return [signed(flag, (a << 4) + (b >> 4)), signed(flag >> 1, ((b & 15) << 8) + c)]
  }
  const dx = signed(flag, bytes.u16())
  return [dx, signed(flag >> 1, bytes.u16())]
}

/** A part of a composed glyph: another glyph, moved. */
type Component = { glyph: number; dx: number; dy: number }
/** Flags of a component: its words are 16 bits wide, it is scaled (by one, two or four numbers), more follow, hints follow. */
const WORDS = 0x1
const SCALES = [[0x8, 2], [0x40, 4], [0x80, 8]] as const // prettier-ignore
const MORE = 0x20
const HINTED = 0x100

/** The components of one glyph, and whether hints stand after them; Noto Sans moves its accents and never scales them. */
const componentsOf = (stream: Stream): { components: Component[]; isHinted: boolean } => {
  const components: Component[] = []
  for (;;) {
    const flags = stream.u16()
    const glyph = stream.u16()
    const [dx, dy] = flags & WORDS ? [stream.i16(), stream.i16()] : [stream.i8(), stream.i8()]
    for (const [flag, bytes] of SCALES) if (flags & flag) stream.at += bytes
    components.push({ glyph, dx, dy })
    if (!(flags & MORE)) return { components, isHinted: (flags & HINTED) !== 0 }
  }
}

/** Contours of each glyph; those of letters with accents are of the letter and the accent. */
const contoursOf = (glyf: Uint8Array): ((glyph: number) => Point[][]) => {
  const header = new Stream(glyf)
  header.at = 4
  const count = header.u16()
  header.at = 8
  const sizes = Array.from({ length: 7 }, () => header.u32())
  let at = 36
  const [contours, points, flags, coordinates, composed] = sizes.map(
    (size) => new Stream(glyf.subarray(at, (at += size))),
  )
  if (!contours || !points || !flags || !coordinates || !composed)
    throw new RangeError('the font has no outlines')
  const simple = (number: number): Point[][] => {
    const ends = Array.from({ length: number }, () => points.short())
    let [x, y] = [0, 0]
    const outline = ends.map((length) =>
      Array.from({ length }, () => {
        const flag = flags.u8()
        const [dx, dy] = step(flag & 127, coordinates)
        x += dx
        y += dy
        return { x, y, on: flag < 128 }
      }),
    )
    // Length of the hinting instructions, which stand elsewhere.
    coordinates.short()
    return outline
  }
  const glyphs = Array.from({ length: count }, (): Point[][] | Component[] => {
    const number = contours.i16()
    if (number >= 0) return number === 0 ? [] : simple(number)
    const { components, isHinted } = componentsOf(composed)
    if (isHinted) coordinates.short()
    return components
  })
  const outlineOf = (glyph: number): Point[][] =>
    (glyphs[glyph] ?? []).flatMap((part) =>
      Array.isArray(part)
        ? [part]
        : outlineOf(part.glyph).map((contour) =>
            contour.map(({ x, y, on }) => ({ x: x + part.dx, y: y + part.dy, on })),
          ),
    )
  return outlineOf
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })

/** A TrueType contour as an SVG path: points off the curve steer quadratic arcs. */
const pathOf = (contour: readonly Point[]): string => {
  const whole = contour.flatMap((point, i) => {
    const before = contour[(i + contour.length - 1) % contour.length] ?? point
    return before.on || point.on ? [point] : [between(before, point), point]
  })
  const first = whole.findIndex((point) => point.on)
  const ring = [...whole.slice(first), ...whole.slice(0, first), ...whole.slice(first, first + 1)]
  return `${ring
    .map(({ x, y, on }, i) => {
      if (i === 0) return `M${x} ${-y}`
      if (!on) return `Q${x} ${-y}`
      return ring[i - 1]?.on ? `L${x} ${-y}` : ` ${x} ${-y}`
    })
    .join('')}Z`
}

/** Glyph numbers by character, from a format 4 table. */
const charactersOf = (cmap: Uint8Array): Map<number, number> => {
  const stream = new Stream(cmap)
  stream.at = 2
  const offsets = Array.from({ length: stream.u16() }, () => {
    stream.at += 4
    return stream.u32()
  })
  const start = offsets.find((offset) => stream.view.getUint16(offset) === 4)
  if (start === undefined) throw new RangeError('the font has no Unicode table that can be read')
  const segments = stream.view.getUint16(start + 6) / 2
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < segments; segment++) {
    const field = (block: number) => start + 14 + (block > 0 ? 2 : 0) + (block * segments + segment) * 2
    const last = stream.view.getUint16(field(0))
    const first = stream.view.getUint16(field(1))
    const delta = stream.view.getUint16(field(2))
    const range = stream.view.getUint16(field(3))
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const place = field(3) + range + (code - first) * 2
      const glyph = range === 0 ? code : stream.view.getUint16(place)
      glyphs.set(code, (glyph + delta) & 0xffff)
    }
  }
  return glyphs
}

/** The letters of one WOFF2 file of Noto Sans. */
const readLetters = (subset: string): FontOutlines => {
  const file = createRequire(import.meta.url).resolve(
    `@fontsource-variable/noto-sans/files/noto-sans-${subset}-wght-normal.woff2`,
  )
  const tables = tablesOf(readFileSync(file))
  const table = (tag: string) => {
    const bytes = tables.get(tag)
    if (!bytes) throw new RangeError(`the font has no ${tag} table`)
    return bytes
  }
  const view = (tag: string) => new Stream(table(tag)).view
  const outlineOf = contoursOf(table('glyf'))
  const characters = charactersOf(table('cmap'))
  const hmtx = view('hmtx')
  const metrics = view('hhea').getUint16(34)
  return {
    unitsPerEm: view('head').getUint16(18),
    glyph: (character) => {
      const number = characters.get(character.codePointAt(0) ?? 0)
      if (number === undefined) return undefined
      return {
        path: outlineOf(number).map(pathOf).join(''),
        advance: hmtx.getUint16(Math.min(number, metrics - 1) * 4),
      }
    },
  }
}

/**
 * Outlines of the Latin letters of Noto Sans (SIL Open Font License) from its WOFF2 files, so that text can be drawn
 * where no font is installed. Throws where a file is not such a font.
 */
export const readNotoSans = (): FontOutlines => {
  const [latin, extended] = [readLetters('latin'), readLetters('latin-ext')]
  return {
    unitsPerEm: latin.unitsPerEm,
    glyph: (character) => latin.glyph(character) ?? extended.glyph(character),
  }
}
