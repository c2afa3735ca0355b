import { FABRIC_SHEETS, recipeFor } from '#assets/fair/fabrics.ts'
import { writeGlb } from '#assets/goods/glb.ts'
import { gridMesh } from '#assets/goods/mesh.ts'
import { makeFabricMaps } from '#shared/textile/map/fabric-maps.ts'

// How long one set of maps takes, and what it weighs in a model: colour 1024 px, relief and roughness 512 px.
const SECONDS_BAR = 3

const patch = gridMesh(1, 1, (u, v) => [u * 0.1, v * 0.1, 0, u * 100, v * 100])

const figures = []
for (const sheet of FABRIC_SHEETS) {
  const code = sheet.colours[0]?.code ?? ''
  const start = performance.now()
  const maps = makeFabricMaps(recipeFor(sheet, code))
  const seconds = Number(((performance.now() - start) / 1000).toFixed(2))
  const surface = { kind: 'cloth', name: sheet.slug, maps } as const
  const glb = await writeGlb(sheet.slug, [{ name: 'patch', mesh: patch, surface }])
  figures.push({ fabric: sheet.slug, structure: sheet.structure, seconds, bytes: glb.byteLength })
  process.stderr.write(`${sheet.slug} (${sheet.structure}): ${seconds} s, ${glb.byteLength} B\n`)
}
const seconds = figures.map((figure) => figure.seconds).toSorted((a, b) => a - b)
const bytes = figures.map((figure) => figure.bytes).toSorted((a, b) => a - b)
const middle = Math.floor(figures.length / 2)
console.log(
  JSON.stringify({
    bench: 'fabrics',
    fabrics: figures.length,
    medianSeconds: seconds[middle],
    slowestSeconds: seconds.at(-1),
    medianBytes: bytes[middle],
    largestBytes: bytes.at(-1),
    met: (seconds.at(-1) ?? Infinity) <= SECONDS_BAR,
    figures,
  }),
)
