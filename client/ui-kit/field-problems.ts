import type { z } from 'zod'

/** What is wrong with one field, as a code and the figures that its sentence names. */
export interface FieldProblem {
  code: string
  values: Record<string, string | number>
}

type Issue = z.core.$ZodIssue

const isMissing = (root: unknown, path: readonly PropertyKey[]): boolean => {
  let value = root
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return true
    value = Object.getOwnPropertyDescriptor(value, name)?.value
  }
  return value === undefined || value === ''
}

const FORMATS: Record<string, string> = {
  hsCode: 'hs_code',
  price: 'price',
  originCountry: 'country',
  country: 'country',
  website: 'website',
  slug: 'slug',
  testedOn: 'date',
  validFrom: 'date',
  validTo: 'date',
}

const problemOf = (issue: Issue, root: unknown): FieldProblem => {
  const name = String(issue.path.at(-1) ?? '')
  if (isMissing(root, issue.path)) return { code: 'required', values: {} }
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.expected === 'int' ? 'whole_number' : 'number', values: {} }
    case 'too_small':
      if (issue.origin === 'array') return { code: 'needs_one', values: {} }
      return issue.origin === 'string'
        ? { code: 'too_short', values: { min: Number(issue.minimum) } }
        : { code: 'below_range', values: { min: Number(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'array') return { code: 'too_many', values: { max: Number(issue.maximum) } }
      return issue.origin === 'string'
        ? { code: 'too_long', values: { max: Number(issue.maximum) } }
        : { code: 'above_range', values: { max: Number(issue.maximum) } }
    case 'custom':
      return { code: issue.message, values: {} }
    case 'invalid_value':
      return { code: 'choose', values: {} }
    default:
      return { code: FORMATS[name] ?? 'other', values: {} }
  }
}

/** The first problem of each field, by dotted path. */
export const problemsOf = (
  error: z.ZodError | undefined,
  root: unknown,
): ReadonlyMap<string, FieldProblem> => {
  const problems = new Map<string, FieldProblem>()
  for (const issue of error?.issues ?? []) {
    const path = issue.path.map(String).join('.')
    if (!problems.has(path)) problems.set(path, problemOf(issue, root))
  }
  return problems
}
