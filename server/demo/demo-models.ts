import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { buildModel } from '#assets/demo-fair.ts'
import type { Parts } from '../parts.ts'

const DemoJob = z.object({ productId: z.uuid(), slug: z.string() })

/** The same id each time, so that a job that runs twice uploads once. */
const uploadIdOf = (productId: string) => {
  const hex = createHash('sha256').update(`demo:${productId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Makes one product's model and hands it in as an exhibitor's upload would be. */
export const makeDemoModel = async ({ assets, catalogue }: Parts, data: unknown): Promise<void> => {
  const { productId, slug } = DemoJob.parse(data)
  const companyId = await catalogue.companyOfProduct(productId)
  if (!companyId) return
  const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-demo-'))
  try {
    const fileName = `${slug}.glb`
    const file = path.join(folder, fileName)
    await writeFile(file, await buildModel(slug))
    await assets.accept({ id: uploadIdOf(productId), productId, companyId, fileName, uploadedBy: null }, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
