import { z } from 'zod'
import { ASSET_NOTE_CODES } from '#shared/model/asset-notes.ts'
import { AssetNote, AssetReport, AssetStep, AssetVariant, VariantName } from '#shared/model/asset.ts'

/** What the child is asked to do; one task at a time. */
export const TaskMessage = z.object({
  inputPath: z.string(),
  fileName: z.string(),
  outDir: z.string(),
  workDir: z.string(),
  unpackedMb: z.number(),
  until: z.enum(['measure', 'end']),
})
export type TaskMessage = z.infer<typeof TaskMessage>

const VariantFile = z.object({
  name: VariantName,
  path: z.string(),
  mediaType: AssetVariant.shape.mediaType,
  bytes: z.int().nonnegative(),
  triangles: z.int().nonnegative(),
})

const ToldNote = AssetNote.extend({ code: z.enum(ASSET_NOTE_CODES) })

/** What the child may say. It has parsed hostile files, so its words are parsed too. */
export const ChildMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('step'), step: AssetStep, share: z.number() }),
  z.object({
    type: z.literal('done'),
    report: AssetReport,
    variants: z.array(VariantFile),
    refusedConnections: z.int(),
  }),
  z.object({ type: z.literal('failed'), note: ToldNote, refusedConnections: z.int() }),
])
export type ChildMessage = z.infer<typeof ChildMessage>
