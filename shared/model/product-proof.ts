import { z } from 'zod'

type Measure = { unit: string; min: number; max: number; step?: number; method: string }

/** What laboratories report: range of the value and the method by default. */
export const TEST_MEASURES = {
  weightGsm: { unit: 'g/m²', min: 8, max: 2000, method: 'ISO 3801' },
  widthCm: { unit: 'cm', min: 10, max: 500, method: 'ISO 22198' },
  lengthChangePercent: { unit: '%', min: -20, max: 10, method: 'ISO 5077' },
  widthChangePercent: { unit: '%', min: -20, max: 10, method: 'ISO 5077' },
  fastnessWashing: { unit: '1-5', min: 1, max: 5, step: 0.5, method: 'ISO 105-C06' },
  fastnessRubbingDry: { unit: '1-5', min: 1, max: 5, step: 0.5, method: 'ISO 105-X12' },
  fastnessRubbingWet: { unit: '1-5', min: 1, max: 5, step: 0.5, method: 'ISO 105-X12' },
  fastnessPerspiration: { unit: '1-5', min: 1, max: 5, step: 0.5, method: 'ISO 105-E04' },
  fastnessLight: { unit: '1-8', min: 1, max: 8, step: 0.5, method: 'ISO 105-B02' },
  pilling: { unit: '1-5', min: 1, max: 5, step: 0.5, method: 'ISO 12945-2' },
  abrasionCycles: { unit: 'cycles', min: 100, max: 1_000_000, method: 'ISO 12947-2' },
  tensileWarpN: { unit: 'N', min: 1, max: 20_000, method: 'ISO 13934-1' },
  tensileWeftN: { unit: 'N', min: 1, max: 20_000, method: 'ISO 13934-1' },
  tearWarpN: { unit: 'N', min: 0.5, max: 2000, method: 'ISO 13937-2' },
  tearWeftN: { unit: 'N', min: 0.5, max: 2000, method: 'ISO 13937-2' },
  bendingLengthMm: { unit: 'mm', min: 3, max: 200, method: 'ISO 9073-7' },
  bendingRigidityUnm: { unit: 'µN·m', min: 0.01, max: 2000, method: 'ISO 9073-7' },
  drapePercent: { unit: '%', min: 0, max: 100, method: 'ISO 9073-9' },
} as const satisfies Record<string, Measure>
export type TestProperty = keyof typeof TEST_MEASURES

const TestProperty = z.enum(Object.keys(TEST_MEASURES) as [TestProperty, ...TestProperty[]])

/** One figure of one laboratory report. */
export const TestResult = z
  .object({
    property: TestProperty,
    value: z.number(),
    /** Cycles after which pilling was graded. */
    cycles: z.int().min(1).max(1_000_000).optional(),
    method: z.string().min(1).max(60),
    edition: z.string().min(4).max(20),
    laboratory: z.string().min(1).max(120),
    reportNumber: z.string().min(1).max(60),
    testedOn: z.iso.date(),
  })
  .superRefine(({ property, value }, context) => {
    const { min, max, step }: Measure = TEST_MEASURES[property]
    if (value < min || value > max || (step !== undefined && value % step !== 0))
      context.addIssue({ code: 'custom', path: ['value'], message: 'test_value_out_of_range' })
  })
export type TestResult = z.infer<typeof TestResult>

export const CERTIFICATE_SCHEMES = [
  'trCu017', 'trCu007', 'oekoTexStandard100', 'gots', 'grs', 'betterCotton', 'iso9001', 'originSt1', 'originCt1',
  'leatherWorkingGroup', 'rws', 'other',
] as const // prettier-ignore

/** A certificate is a claim until somebody has checked it; `example` marks the invented ones of a demo. */
export const Certificate = z
  .object({
    scheme: z.enum(CERTIFICATE_SCHEMES),
    number: z.string().min(1).max(80),
    issuer: z.string().min(1).max(160),
    holder: z.string().min(1).max(160),
    scope: z.string().max(300).optional(),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    fileUrl: z.string().max(500).optional(),
    proof: z.discriminatedUnion('state', [
      z.object({ state: z.literal('example') }),
      z.object({ state: z.literal('claimed') }),
      z.object({ state: z.literal('verified'), by: z.string().min(1).max(160), on: z.iso.date() }),
    ]),
  })
  .refine((certificate) => certificate.validFrom < certificate.validTo, { error: 'certificate_dates' })
export type Certificate = z.infer<typeof Certificate>
