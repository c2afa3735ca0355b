import { Fragment, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { ProductSpec, SpecField } from '#shared/model/product.ts'
import { CertificateList, ColourwayList, MeasurementTable, TestTable } from './data-sheet-lists.tsx'
import { SheetRow, TradeTermRows } from './data-sheet-trade.tsx'
import { specSections, type SpecSection } from './spec-sections.ts'
import { choiceGroup, useFieldLabel, useTerm, useUnit } from './trade-terms.ts'
import { useCompositionText, useYarnText } from './textile-text.ts'
import classes from './data-sheet.module.css'

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
      return intl.formatList(value.filter((item) => typeof item === 'string').map(word), { type: 'unit' })
    return null
  }
}

const useSectionRows = (spec: ProductSpec) => {
  const simple = useSimpleValue()
  const label = useFieldLabel()
  const composition = useCompositionText()
  return ({ fields }: SpecSection): ReactNode[] =>
    fields.flatMap((field) => {
      const value = valueAt(spec, field.path)
      const text =
        field.path === 'composition' && 'composition' in spec && spec.composition
          ? composition(spec.composition)
          : field.path === 'fillComposition' && 'fillComposition' in spec && spec.fillComposition
            ? composition(spec.fillComposition)
            : field.path === 'measurements'
              ? null
              : simple(field, value)
      if (text === null) return []
      return [
        <SheetRow key={field.path} label={label(spec.kind, field.path)}>
          {text}
        </SheetRow>,
      ]
    })
}

/** Everything that an exhibitor states about a product, in the order of the trade. Empty rows are left out. */
export const DataSheet = ({ spec }: { spec: ProductSpec }) => {
  const term = useTerm()
  const yarnText = useYarnText()
  const rowsOf = useSectionRows(spec)

  const body = (section: SpecSection): ReactNode => {
    switch (section.name) {
      case 'warpYarn':
      case 'weftYarn':
      case 'yarn': {
        const yarn = spec.kind === 'fabric' ? spec[section.name] : undefined
        return yarn ? <SheetRow label={term('section', section.name)}>{yarnText(yarn)}</SheetRow> : null
      }
      case 'colourways':
        return spec.colourways.length > 0 ? <ColourwayList colourways={spec.colourways} /> : null
      case 'care':
        return spec.careCodes && spec.careCodes.length > 0 ? (
          <ul className={classes.plainList}>
            {spec.careCodes.map((code) => (
              <li key={code}>{term('care', code)}</li>
            ))}
          </ul>
        ) : null
      case 'tests':
        return spec.tests.length > 0 ? <TestTable tests={spec.tests} /> : null
      case 'certificates':
        return spec.certificates.length > 0 ? <CertificateList certificates={spec.certificates} /> : null
      case 'trade':
        return <TradeTermRows trade={spec.trade} />
      default: {
        const rows = rowsOf(section)
        const table = section.name === 'sizes' && 'measurements' in spec ? spec.measurements : undefined
        if (rows.length === 0 && !table?.length) return null
        return (
          <>
            <dl className={classes.rows}>{rows}</dl>
            {table && table.length > 0 && <MeasurementTable measurements={table} />}
          </>
        )
      }
    }
  }

  const material = spec.kind === 'fabric' ? spec.material : undefined
  return (
    <div className={classes.sheet}>
      {specSections(spec.kind, material).map((section) => {
        const content = body(section)
        if (content === null) return <Fragment key={section.name} />
        const isYarn = section.name.toLowerCase().endsWith('yarn')
        return (
          <section key={section.name}>
            {!isYarn && <h3 className={classes.heading}>{term('section', section.name)}</h3>}
            {isYarn ? <dl className={classes.rows}>{content}</dl> : content}
          </section>
        )
      })}
    </div>
  )
}
