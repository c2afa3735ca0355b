import { z } from 'zod'

const Index = z.int().nonnegative()
const Count = z.int().nonnegative()
const Extensions = z.record(z.string(), z.unknown()).optional()

const Accessor = z.looseObject({
  bufferView: Index.optional(),
  componentType: z.int(),
  count: Count,
  type: z.string(),
  sparse: z.looseObject({ count: Count }).optional(),
})

const Primitive = z.looseObject({
  attributes: z.record(z.string(), Index),
  indices: Index.optional(),
  extensions: Extensions,
})

/** The part of a glTF file that decides whether it is safe to parse; all else is left to the importer. */
export const GltfOutline = z.looseObject({
  asset: z.looseObject({ version: z.string() }),
  extensionsUsed: z.array(z.string()).optional(),
  extensionsRequired: z.array(z.string()).optional(),
  scenes: z.array(z.looseObject({ nodes: z.array(Index).optional() })).optional(),
  nodes: z
    .array(
      z.looseObject({ children: z.array(Index).optional(), mesh: Index.optional(), extensions: Extensions }),
    )
    .optional(),
  meshes: z.array(z.looseObject({ primitives: z.array(Primitive) })).optional(),
  accessors: z.array(Accessor).optional(),
  bufferViews: z
    .array(
      z.looseObject({
        buffer: Index,
        byteOffset: Count.optional(),
        byteLength: Count,
        extensions: Extensions,
      }),
    )
    .optional(),
  buffers: z
    .array(z.looseObject({ uri: z.string().optional(), byteLength: Count, extensions: Extensions }))
    .optional(),
  images: z.array(z.looseObject({ uri: z.string().optional(), bufferView: Index.optional() })).optional(),
})
export type GltfOutline = z.infer<typeof GltfOutline>

/** A buffer view compressed by meshopt declares what it unpacks to. */
export const MeshoptView = z.looseObject({ count: Count, byteStride: Count })

export const GpuInstancing = z.looseObject({ attributes: z.record(z.string(), Index) })
