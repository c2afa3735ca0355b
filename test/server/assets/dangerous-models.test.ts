import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clothGlb, gltfFile, triangleGltf } from './model-builder.ts'
import { usePipeline } from './pipeline-run.ts'

describe('models made to harm', () => {
  const { run, failure, refusedConnections } = usePipeline()

  it('refuses a tiny file that declares 150 million vertices', async () => {
    const file = gltfFile({
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
      accessors: [{ componentType: 5126, count: 150_000_000, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] }],
    })
    expect(file.length).toBeLessThan(260)
    expect(await failure(file, 'a.gltf')).toMatchObject({
      code: 'declared_too_large',
      values: { limitMb: 256 },
    })
  })

  it('refuses a sparse accessor of zeros that nobody stored', async () => {
    const sparse = { count: 1, indices: { bufferView: 0, componentType: 5121 }, values: { bufferView: 0 } }
    const accessors = [{ componentType: 5126, count: 10_000_000, type: 'VEC3', sparse }]
    expect(await failure(triangleGltf({ accessors }), 'a.gltf')).toMatchObject({ code: 'declared_too_large' })
  })

  it('refuses a model that repeats a mesh into millions of triangles', async () => {
    const attribute = { componentType: 5126, count: 2_000_000, type: 'VEC3', bufferView: 0 }
    const triangles = { componentType: 5126, count: 3_000_000, type: 'VEC3', bufferView: 0 }
    const file = triangleGltf({
      accessors: [triangles, attribute],
      nodes: Array.from({ length: 20 }, () => ({ mesh: 0 })),
    })
    expect(await failure(file, 'a.gltf')).toMatchObject({ code: 'too_many_triangles' })
  })

  it('refuses nodes that contain themselves', async () => {
    const nodes = [{ mesh: 0, children: [1] }, { children: [2] }, { children: [1] }]
    expect(await failure(triangleGltf({ nodes }), 'a.gltf')).toMatchObject({ code: 'node_cycle' })
    const ring = [{ mesh: 0 }, { children: [2] }, { children: [1] }]
    expect(await failure(triangleGltf({ nodes: ring }), 'a.gltf')).toMatchObject({ code: 'node_cycle' })
  })

  it('refuses chains of nodes that would exhaust the stack', async () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, i) => (i + 1 < length ? { children: [i + 1] } : { mesh: 0 }))
    expect(await failure(triangleGltf({ nodes: chain(20_000) }), 'a.gltf')).toMatchObject({
      code: 'too_many_nodes',
    })
    expect(await failure(triangleGltf({ nodes: chain(9_000) }), 'a.gltf')).toMatchObject({
      code: 'too_deep',
      values: { depth: 9_000, limit: 64 },
    })
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'file:///etc/passwd', '..%2f..%2fetc/passwd', 'C:\\boot.ini'])(
    'does not read outside of the package: %s',
    async (uri) => {
      const buffers = [{ byteLength: 36, uri }]
      expect(await failure(triangleGltf({ buffers }), 'a.gltf')).toMatchObject({ code: 'outside_uri' })
      const images = [{ uri }]
      expect(await failure(triangleGltf({ images }), 'a.gltf')).toMatchObject({ code: 'outside_uri' })
    },
  )

  it('asks no server for what a model names', async () => {
    let requests = 0
    const server = createServer((_request, response) => {
      requests += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`
    expect(await failure(triangleGltf({ images: [{ uri }] }), 'a.gltf')).toMatchObject({
      code: 'outside_uri',
    })
    const obj = `v 0 0 0\nv 1 0 0\nv 0 1 0\nmtllib ${uri}\nf 1 2 3\n`
    const { report } = await run(Buffer.from(obj), 'a.obj', { until: 'measure' })
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'textures_missing' }))
    expect([requests, refusedConnections()]).toEqual([0, 0])
    server.close()
  })

  it('refuses pictures by the size in their header', async () => {
    const png = Buffer.alloc(64)
    png.write('\x89PNG\r\n\x1a\n', 'latin1')
    png.writeUInt32BE(30_000, 16)
    png.writeUInt32BE(30_000, 20)
    const images = [{ uri: `data:image/png;base64,${png.toString('base64')}` }]
    expect(await failure(triangleGltf({ images }), 'a.gltf')).toMatchObject({
      code: 'image_too_large',
      values: { megapixels: 900 },
    })
  })

  it('refuses positions that are not numbers', async () => {
    const file = triangleGltf({}, [0, 0, 0, Number.NaN, 0, 0, 0, 1, 0])
    expect(await failure(file, 'a.gltf')).toMatchObject({
      code: 'positions_not_finite',
      values: { count: 1 },
    })
  })

  it('refuses indices that point past the vertices', async () => {
    const data = Buffer.alloc(48)
    data.writeFloatLE(1, 12)
    data.writeFloatLE(1, 28)
    data.writeUInt16LE(60_000, 36)
    const file = triangleGltf({
      meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
      accessors: [
        { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' },
        { bufferView: 1, componentType: 5123, count: 3, type: 'SCALAR' },
      ],
      bufferViews: [
        { buffer: 0, byteLength: 36 },
        { buffer: 0, byteOffset: 36, byteLength: 6 },
      ],
      buffers: [{ byteLength: 48, uri: `data:application/octet-stream;base64,${data.toString('base64')}` }],
    })
    expect(await failure(file, 'a.gltf')).toMatchObject({ code: 'gltf_structure' })
  })

  it('says so when a file ends too early, is empty, or is something else', async () => {
    const glb = await clothGlb({ cells: 4, sizeM: 1 })
    expect(await failure(glb.subarray(0, 300), 'a.glb')).toMatchObject({
      code: 'gltf_truncated',
      values: { bytes: 300, expected: glb.length },
    })
    expect(await failure(Buffer.alloc(0), 'a.glb')).toMatchObject({ code: 'empty_file' })
    expect(await failure(Buffer.from('hello'), 'notes.docx')).toMatchObject({ code: 'unsupported_format' })
    expect(await failure(triangleGltf({ asset: { version: '1.0' } }), 'a.gltf')).toMatchObject({
      code: 'gltf_version',
    })
  })

  it('names the version of an FBX that no importer reads', async () => {
    const ascii = '; FBX 6.1.0 project file\nFBXHeaderExtension:  {\n\tFBXVersion: 6100\n}\n'
    expect(await failure(Buffer.from(ascii), 'a.fbx')).toMatchObject({
      code: 'fbx_version',
      values: { version: 6100 },
    })
  })
})
