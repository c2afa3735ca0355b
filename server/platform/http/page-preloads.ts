import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** Pages whose code is much: the browser fetches it beside the start of the client instead of after it. */
const HEAVY_PAGES = [{ under: '/halls/', source: 'fair/hall-page.tsx' }]

/** The part of Vite's build manifest that is read here: files and what they import, by source. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof Manifest>

/** All chunks that a source needs at once, itself included. */
const chunksOf = (manifest: Manifest, source: string, found = new Set<string>()): Set<string> => {
  if (found.has(source)) return found
  found.add(source)
  for (const imported of manifest[source]?.imports ?? []) chunksOf(manifest, imported, found)
  return found
}

/** Letters of every page's headings and figures; other scripts come when their letters do. */
const FONTS = /noto-(sans|serif-display)-latin-wght-normal\.woff2$/

const linkTo = (kind: string, file: string, nonceMark: string) =>
  `<link ${kind} href="/${file}" nonce="${nonceMark}" />`

const linksOf = async (
  manifest: Manifest,
  source: string,
  { folder, nonceMark }: { folder: string; nonceMark: string },
): Promise<string> => {
  const inIndex = chunksOf(manifest, 'index.html')
  const chunks = [...chunksOf(manifest, source)].filter((chunk) => !inIndex.has(chunk))
  const styles = chunks.flatMap((chunk) => manifest[chunk]?.css ?? [])
  const fonts = Object.entries(manifest).flatMap(([name, { file }]) => (FONTS.test(name) ? [file] : []))
  const scripts = await Promise.all(
    chunks.map(async (chunk) => {
      const file = manifest[chunk]?.file ?? ''
      return { file, bytes: (await stat(path.join(folder, file))).size }
    }),
  )
  // A browser fetches six at a time: the largest begins first, and the small ones pass by beside it.
  scripts.sort((a, b) => b.bytes - a.bytes)
  return [
    ...scripts.map(({ file }) => linkTo('rel="modulepreload"', file, nonceMark)),
    ...styles.map((file) => linkTo('rel="preload" as="style" crossorigin', file, nonceMark)),
    ...fonts.map((file) => linkTo('rel="preload" as="font" type="font/woff2" crossorigin', file, nonceMark)),
  ].join('')
}

/** Answers the preload links for the page at an address: none where its code is little. */
export const openPagePreloads = async (
  folder: string,
  nonceMark: string,
): Promise<(at: string) => string> => {
  const manifest = Manifest.parse(
    JSON.parse(await readFile(path.join(folder, '.vite', 'manifest.json'), 'utf8')),
  )
  const heavy = await Promise.all(
    HEAVY_PAGES.map(async ({ under, source }) => ({
      under,
      links: await linksOf(manifest, source, { folder, nonceMark }),
    })),
  )
  return (at) => heavy.find(({ under }) => at.startsWith(under))?.links ?? ''
}
