import { useIntl } from 'react-intl'
import type { ProductSpec, SpecField } from '#shared/model/product.ts'
import { useCompositionText } from './textile-text.ts'
import { choiceGroup, useTerm, useUnit } from './trade-terms.ts'

const valueAt = (spec: ProductSpec, path: string): unknown =>
  Object.entries(spec).find(([name]) => name === path)?.[1]

/** A figure, a choice or a text as a reader of the trade expects it; null where there is nothing to say. */
const useSimpleValue = () => {
  const intl = useIntl()
  const term = useTerm()
  const unit = useUnit()
  return (field: SpecField, value: unknown): string | null => {
    if (typeof value === 'number') {
      // A year is not a quantity: 2025, not 2,025.
      const figure = field.path === 'cropYear' ? String(value) : intl.formatNumber(value)
      return `${figure} ${unit(field.unit)}`.trim()
    }
    const group = choiceGroup(field.path)
    const word = (text: string) => (group && field.type !== 'text' ? term(group, text) : text)
    if (typeof value === 'string') return value === '' ? null : word(value)
    if (Array.isArray(value) && value.length > 0)
      return value
        .filter((item) => typeof item === 'string')
        .map(word)
        .join(', ')
    return null
  }
}

/** What a product states in one field of its data sheet, unit included; null where it states nothing. */
export const useFieldText = () => {
  const simple = useSimpleValue()
  const composition = useCompositionText()
  return (spec: ProductSpec, field: SpecField): string | null => {
    if (field.path === 'composition' && 'composition' in spec && spec.composition)
      return composition(spec.composition)
    if (field.path === 'fillComposition' && 'fillComposition' in spec && spec.fillComposition)
      return composition(spec.fillComposition)
    return field.path === 'measurements' ? null : simple(field, valueAt(spec, field.path))
  }
}
