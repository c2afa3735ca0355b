import { z } from 'zod'
import type { ProductKind } from './product-kinds.ts'
import { PRODUCT_SPECS } from './product-specs.ts'
import { FIELD_RANGES, rangeNames, type FieldRange } from './product-ranges.ts'

/** A row of the data sheet and of the form that edits it. */
export type SpecField = {
  /** Dotted, `warpYarn.tex`; lists (composition, colourways, tests ...) are one row of type `list`. */
  path: string
  unit: string
  type: 'number' | 'integer' | 'text' | 'choice' | 'choices' | 'date' | 'list'
  required: boolean
  min?: number
  max?: number
  choices?: readonly string[]
}

const unwrapped = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema)

const leafField = (path: string, schema: unknown, required: boolean): SpecField => {
  const row = { path, unit: '', required }
  if (schema instanceof z.ZodNumber) {
    const name = rangeNames.get(schema)?.range
    const range: FieldRange | undefined = name && FIELD_RANGES[name]
    const type = schema.isInt ? 'integer' : 'number'
    if (range) return { ...row, unit: range.unit, type, min: range.min, max: range.max }
    return {
      ...row,
      type,
      ...(schema.minValue !== null && { min: schema.minValue }),
      ...(schema.maxValue !== null && { max: schema.maxValue }),
    }
  }
  if (schema instanceof z.ZodEnum) return { ...row, type: 'choice', choices: schema.options.map(String) }
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodEnum)
    return { ...row, type: 'choices', choices: schema.element.options.map(String) }
  if (schema instanceof z.ZodArray) return { ...row, type: 'list' }
  return { ...row, type: 'text' }
}

const rowsOf = (shape: Record<string, unknown>, prefix: string, parentRequired: boolean): SpecField[] =>
  Object.entries(shape).flatMap(([key, field]) => {
    const schema = unwrapped(field)
    const required = parentRequired && !(field instanceof z.ZodOptional)
    if (schema instanceof z.ZodObject) return rowsOf(schema.shape, `${prefix}${key}.`, required)
    if (schema instanceof z.ZodLiteral) return []
    return [leafField(`${prefix}${key}`, schema, required)]
  })

/** Every field of every kind, read from the schemas themselves, in the order in which a data sheet shows them. */
export const SPEC_FIELDS: Record<ProductKind, readonly SpecField[]> = {
  fabric: rowsOf(PRODUCT_SPECS.fabric.shape, '', true),
  garment: rowsOf(PRODUCT_SPECS.garment.shape, '', true),
  accessory: rowsOf(PRODUCT_SPECS.accessory.shape, '', true),
  footwear: rowsOf(PRODUCT_SPECS.footwear.shape, '', true),
  leather: rowsOf(PRODUCT_SPECS.leather.shape, '', true),
  homeTextile: rowsOf(PRODUCT_SPECS.homeTextile.shape, '', true),
  rawMaterial: rowsOf(PRODUCT_SPECS.rawMaterial.shape, '', true),
}
