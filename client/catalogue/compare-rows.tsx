import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { TEST_MEASURES, type ProductSpec, type SpecField } from '#shared/model/product.ts'
import { Proof } from '../ui-kit/data-sheet-lists.tsx'
import { useTradeTexts } from '../ui-kit/data-sheet-trade.tsx'
import { useFieldText } from '../ui-kit/field-text.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { SECTION_ORDER, specSections, type SectionName } from '../ui-kit/spec-sections.ts'
import { useYarnText } from '../ui-kit/textile-text.ts'
import { useFieldLabel, useTerm, useUnit } from '../ui-kit/trade-terms.ts'

/** What one product states in a row; `text` is what is compared, `shown` what is seen where that is more than a text. */
export interface CompareCell {
  text: string
  shown?: ReactNode
}

export interface CompareRow {
  key: string
  label: string
  /** A cell a product, null where it states nothing. */
  cells: (CompareCell | null)[]
  differs: boolean
}

export interface CompareSection {
  name: SectionName
  rows: CompareRow[]
}

/** True unless all products state the same; what only some state differs. */
export const differ = (cells: readonly (CompareCell | null)[]): boolean =>
  new Set(cells.map((cell) => cell?.text ?? '')).size > 1

const lines = (texts: readonly string[]): CompareCell | null =>
  texts.length > 0 ? { text: texts.join('\n') } : null

/** The lists of a data sheet, each in one cell. */
const useListCell = () => {
  const intl = useIntl()
  const local = useLocalText()
  const term = useTerm()
  const unit = useUnit()
  return (spec: ProductSpec, section: SectionName): CompareCell | null => {
    switch (section) {
      case 'colourways':
        return lines(spec.colourways.map(({ name }) => local(name)))
      case 'care':
        return lines((spec.careCodes ?? []).map((code) => term('care', code)))
      case 'tests':
        return lines(
          spec.tests.map(
            ({ property, value }) =>
              `${term('test', property)}: ${intl.formatNumber(value)} ${unit(TEST_MEASURES[property].unit)}`,
          ),
        )
      case 'certificates':
        return spec.certificates.length === 0
          ? null
          : {
              text: spec.certificates.map(({ scheme, proof }) => `${scheme} ${proof.state}`).join('\n'),
              shown: spec.certificates.map(({ scheme, number, proof }) => (
                <div key={`${scheme} ${number}`}>
                  {term('certificate', scheme)}
                  <Proof proof={proof} />
                </div>
              )),
            }
      default:
        return null
    }
  }
}

const LISTS: readonly SectionName[] = ['colourways', 'care', 'tests', 'certificates']

/** The fields of a product in a section; one name may be in other sections on other kinds of goods. */
const ownFields = (section: SectionName, spec: ProductSpec): readonly SpecField[] => {
  const material = spec.kind === 'fabric' ? spec.material : undefined
  return specSections(spec.kind, material).find(({ name }) => name === section)?.fields ?? []
}

/** The fields that any of these goods has in a section, in the order of the data sheet, with a kind that has it. */
const fieldsIn = (section: SectionName, specs: readonly ProductSpec[]) => {
  const found = new Map<string, { field: SpecField; kind: ProductSpec['kind'] }>()
  for (const spec of specs)
    for (const field of ownFields(section, spec))
      if (!found.has(field.path)) found.set(field.path, { field, kind: spec.kind })
  return [...found.values()]
}

/** Data sheets side by side: the same row for the same field, and no row that all leave empty. */
export const useCompareSections = () => {
  const term = useTerm()
  const label = useFieldLabel()
  const fieldText = useFieldText()
  const yarnText = useYarnText()
  const tradeTexts = useTradeTexts()
  const listCell = useListCell()

  const row = (key: string, name: string, cells: (CompareCell | null)[]): CompareRow[] =>
    cells.some((cell) => cell !== null) ? [{ key, label: name, cells, differs: differ(cells) }] : []
  const ofText = (text: string | null | undefined) => (text ? { text } : null)

  const rowsOf = (name: SectionName, specs: readonly ProductSpec[]): CompareRow[] => {
    if (LISTS.includes(name))
      return row(
        name,
        term('section', name),
        specs.map((spec) => listCell(spec, name)),
      )
    if (name === 'warpYarn' || name === 'weftYarn' || name === 'yarn')
      return row(
        name,
        term('section', name),
        specs.map((spec) => {
          const yarn = spec.kind === 'fabric' ? spec[name] : undefined
          return yarn ? { text: yarnText(yarn) } : null
        }),
      )
    if (name === 'trade') {
      const texts = specs.map(({ trade }) => tradeTexts(trade))
      return (texts[0] ?? []).flatMap(([field], at) =>
        row(
          field,
          term('field', field),
          texts.map((own) => ofText(own[at]?.[1])),
        ),
      )
    }
    return fieldsIn(name, specs).flatMap(({ field, kind }) =>
      row(
        field.path,
        label(kind, field.path),
        specs.map((spec) =>
          ownFields(name, spec).some(({ path }) => path === field.path)
            ? ofText(fieldText(spec, field))
            : null,
        ),
      ),
    )
  }

  return (specs: readonly ProductSpec[]): CompareSection[] =>
    SECTION_ORDER.flatMap((name) => {
      const rows = rowsOf(name, specs)
      return rows.length > 0 ? [{ name, rows }] : []
    })
}
