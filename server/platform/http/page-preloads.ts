import { readFile } from 'node:fs/promises'
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

const linksOf = (manifest: Manifest, source: string, nonceMark: string): string => {
  const inIndex = chunksOf(manifest, 'index.html')
  const chunks = [...chunksOf(manifest, source)].filter((chunk) => !inIndex.has(chunk))
  const styles = chunks.flatMap((chunk) => manifest[chunk]?.css ?? [])
  return [
    ...styles.map(
      (file) => `<link rel="preload" as="style" crossorigin href="/${file}" nonce="${nonceMark}" />`,
    ),
    ...chunks.map(
      (chunk) => `<link rel="modulepreload" href="/${manifest[chunk]?.file ?? ''}" nonce="${nonceMark}" />`,
    ),
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
  const heavy = HEAVY_PAGES.map(({ under, source }) => ({
    under,
    links: linksOf(manifest, source, nonceMark),
  }))
  return (at) => heavy.find(({ under }) => at.startsWith(under))?.links ?? ''
}
