import { NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import draco3d from 'draco3dgltf'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'

let ready: Promise<NodeIO> | undefined

/** Reads and writes glTF with Draco and meshopt; never the network. */
export const gltfIo = (): Promise<NodeIO> => {
  ready ??= (async () => {
    await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready])
    return new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
      'draco3d.decoder': await draco3d.createDecoderModule(),
      'meshopt.decoder': MeshoptDecoder,
      'meshopt.encoder': MeshoptEncoder,
    })
  })()
  return ready
}
