import validator from 'gltf-validator'
import { z } from 'zod'
import type { AssetNote } from '#shared/model/asset.ts'
import type { AssetNoteCode } from '#shared/model/asset-notes.ts'
import type { ModelFiles } from '../formats/model-files.ts'
import { info, quoted, warning } from './asset-failure.ts'
import { readUri } from './precheck.ts'

const ERROR_SEVERITY = 0
const MAX_ISSUES = 400
const MAX_NOTES = 8

const Report = z.object({
  issues: z.object({
    numErrors: z.int(),
    messages: z.array(z.object({ code: z.string(), severity: z.int(), pointer: z.string().optional() })),
  }),
})

export type Finding = { rule: string; count: number; where: string }
export type Validation = { errors: number; findings: Finding[] }

/**
 * Runs the official validator on the file as uploaded, so before any compression of ours. It asks only the package
 * for files. Pre-checked input only: it is no safety gate by itself.
 */
export const validateGltf = async (bytes: Uint8Array, files: ModelFiles): Promise<Validation> => {
  const raw = await validator.validateBytes(bytes, {
    maxIssues: MAX_ISSUES,
    // It cannot look into Draco, meshopt and newer extensions, which is no fault of the file.
    ignoredIssues: ['UNSUPPORTED_EXTENSION'],
    writeTimestamp: false,
    externalResourceFunction: (uri) => readUri(files, uri),
  })
  const { issues } = Report.parse(raw)
  const byRule = new Map<string, Finding>()
  for (const { code, severity, pointer } of issues.messages) {
    if (severity !== ERROR_SEVERITY) continue
    const known = byRule.get(code)
    if (known === undefined) byRule.set(code, { rule: code, count: 1, where: quoted(pointer ?? '/') })
    else known.count += 1
  }
  return { errors: issues.numErrors, findings: [...byRule.values()] }
}

const noteCodeOf = (rule: string): AssetNoteCode => {
  if (/^(ACCESSOR|MESH|BUFFER)/.test(rule)) return 'validator_geometry'
  if (/^(MATERIAL|IMAGE|TEXTURE|SAMPLER|KHR_MATERIALS)/.test(rule)) return 'validator_material'
  return 'validator_structure'
}

export const validationNotes = ({ findings }: Validation): AssetNote[] =>
  findings.length === 0
    ? [info('validator_clean')]
    : findings.slice(0, MAX_NOTES).map((finding) => warning(noteCodeOf(finding.rule), finding))
