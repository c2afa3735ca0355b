/* Makes variants of the demo fair's goods for the harness, roughly as the pipeline does: node make-demo-models.ts [SLUG...] */
import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Logger, NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { cloneDocument, meshopt, prune, simplify, textureCompress, weld } from '@gltf-transform/functions'
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import sharp from 'sharp'
import { buildModel, demoFair } from '#assets/demo-fair.ts'
import type { AssetVariant, VariantName } from '#shared/model/asset.ts'

const LEVELS: readonly (readonly [name: VariantName, triangles: number, pixels: number])[] = [
  ['preview', 4000, 256], ['web', 40_000, 1024], ['webLod1', 10_000, 1024], ['webLod2', 2500, 512], ['webLod3', 560, 128],
] // prettier-ignore

const folder = resolve(import.meta.dirname, '../../../.cache/showroom-harness/models')
await mkdir(folder, { recursive: true })
await Promise.all([MeshoptEncoder.ready, MeshoptSimplifier.ready])
const quiet = new Logger(Logger.Verbosity.WARN)
const io = new NodeIO()
  .setLogger(quiet)
  .registerExtensions(ALL_EXTENSIONS)
  .registerDependencies({ 'meshopt.encoder': MeshoptEncoder })
const index: Record<string, AssetVariant[]> = {}
const wanted = process.argv.slice(2)
for (const { slug } of demoFair().products) {
  if (wanted.length > 0 && !wanted.includes(slug)) continue
  const source = (await io.readBinary(await buildModel(slug))).setLogger(quiet)
  await source.transform(weld())
  const count = () =>
    source.getRoot().listMeshes().flatMap((mesh) => mesh.listPrimitives()).reduce((sum, p) => sum + (p.getIndices()?.getCount() ?? 0) / 3, 0) // prettier-ignore
  const full = count()
  const variants: AssetVariant[] = []
  for (const [name, triangles, pixels] of LEVELS) {
    const document = cloneDocument(source).setLogger(quiet)
    if (full > triangles)
      await document.transform(
        simplify({ simplifier: MeshoptSimplifier, ratio: triangles / full, error: 0.05 }),
      )
    await document.transform(
      textureCompress({ encoder: sharp, targetFormat: 'webp', resize: [pixels, pixels], quality: 80 }),
      prune(),
      meshopt({ encoder: MeshoptEncoder, level: 'medium' }),
    )
    const left = document.getRoot().listMeshes().flatMap((mesh) => mesh.listPrimitives()).reduce((sum, p) => sum + (p.getIndices()?.getCount() ?? 0) / 3, 0) // prettier-ignore
    const glb = await io.writeBinary(document)
    const file = `demo-${slug}-${name}.glb`
    await writeFile(resolve(folder, file), glb)
    variants.push({
      name,
      url: `/models/${file}`,
      mediaType: 'model/gltf-binary',
      bytes: glb.byteLength,
      triangles: Math.round(left),
    })
  }
  index[slug] = variants
  await writeFile(resolve(folder, 'demo.json'), JSON.stringify(index))
  console.log(
    slug,
    full,
    variants
      .map((variant) => `${variant.name} ${Math.round(variant.bytes / 1000)}k ${variant.triangles}`)
      .join(', '),
  )
}
