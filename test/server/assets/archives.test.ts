import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { triangleGltf } from './model-builder.ts'
import { usePipeline } from './pipeline-run.ts'

const LINK_MODE = 0o120777 << 16
const UNIX = 3

/** Changes bytes of every central and local header, as a hostile archiver would. */
const patchHeaders = (
  zip: Uint8Array,
  central: (view: DataView, at: number) => void,
  local = central,
): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at + 4 < zip.length; at++) {
    const signature = view.getUint32(at, true)
    if (signature === 0x02014b50) central(view, at)
    if (signature === 0x04034b50) local(view, at)
  }
  return zip
}

const rename = (zip: Uint8Array, from: string, to: string): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'))

describe('archives', () => {
  const { run, failure } = usePipeline()
  const model = new Uint8Array(triangleGltf())

  it('finds the model in an archive, beside the litter of operating systems', async () => {
    const zip = zipSync({
      'shirt/model.gltf': model,
      '__MACOSX/shirt/._model.gltf': model,
      '.DS_Store': model,
    })
    const { report } = await run(zip, 'shirt.zip', { until: 'measure' })
    expect(report).toMatchObject({ format: 'gltf', triangles: 1 })
  })

  it('takes an archive for one whatever its name says', async () => {
    const { report } = await run(zipSync({ 'model.gltf': model }), 'model.glb', { until: 'measure' })
    expect(report.triangles).toBe(1)
  })

  it('refuses bombs by what really comes out', async () => {
    const bomb = zipSync({ 'model.gltf': model, 'a.bin': new Uint8Array(30 * 2 ** 20) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await failure(bomb, 'a.zip')).toMatchObject({ code: 'zip_ratio', values: { name: 'a.bin' } })
  })

  it('refuses more than it may unpack', async () => {
    const noise = Uint8Array.from({ length: 3 * 2 ** 20 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255)
    const zip = zipSync({ 'model.gltf': model, 'a.bin': noise })
    expect(await failure(zip, 'a.zip', { limits: { unpackedMb: 1 } })).toMatchObject({
      code: 'zip_too_large',
      values: { limitMb: 1 },
    })
  })

  it('refuses more than 2,000 entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.txt`, new Uint8Array(1)]))
    expect(await failure(zipSync(many), 'a.zip')).toMatchObject({
      code: 'zip_too_many_entries',
      values: { limit: 2000 },
    })
  })

  it('refuses links', async () => {
    const zip = zipSync({ 'model.gltf': [model, { os: UNIX, attrs: LINK_MODE }] })
    expect(await failure(zip, 'a.zip')).toMatchObject({ code: 'zip_link', values: { name: 'model.gltf' } })
  })

  it.each(['../x.gltf', '/abcx.gltf', 'c:\\x.gltf', 'a/../.gltf'])('refuses the path %s', async (path) => {
    const placeholder = 'P'.repeat(path.length)
    const zip = rename(zipSync({ [placeholder]: model }), placeholder, path)
    expect(await failure(zip, 'a.zip')).toMatchObject({ code: 'zip_bad_path' })
  })

  it('refuses entries with a password', async () => {
    const zip = patchHeaders(
      zipSync({ 'model.gltf': model }),
      (view, at) => view.setUint16(at + 8, 1, true),
      (view, at) => view.setUint16(at + 6, 1, true),
    )
    expect(await failure(zip, 'a.zip')).toMatchObject({ code: 'zip_encrypted' })
  })

  it('refuses archives that are cut off, without a model, or with several', async () => {
    const zip = zipSync({ 'model.gltf': model })
    expect(await failure(zip.subarray(0, zip.length - 10), 'a.zip')).toMatchObject({ code: 'zip_unreadable' })
    expect(await failure(zipSync({ 'a.txt': model }), 'a.zip')).toMatchObject({ code: 'zip_no_model' })
    expect(await failure(zipSync({ 'a.gltf': model, 'b.obj': model }), 'a.zip')).toMatchObject({
      code: 'zip_many_models',
      values: { count: 2 },
    })
  })

  it('names the file that a model needs and the archive lacks', async () => {
    const gltf = triangleGltf({ buffers: [{ byteLength: 36, uri: 'textures/cloth.bin' }] })
    expect(await failure(zipSync({ 'model.gltf': new Uint8Array(gltf) }), 'a.zip')).toMatchObject({
      code: 'missing_file',
      values: { name: 'textures/cloth.bin' },
    })
  })
})
