import { Fragment, type ReactNode } from 'react'
import type { ProductSpec } from '#shared/model/product.ts'
import { CertificateList, ColourwayList, MeasurementTable, TestTable } from './data-sheet-lists.tsx'
import { SheetRow, TradeTermRows } from './data-sheet-trade.tsx'
import { specSections, type SpecSection } from './spec-sections.ts'
import { useFieldText } from './field-text.ts'
import { useFieldLabel, useTerm } from './trade-terms.ts'
import { useYarnText } from './textile-text.ts'
import classes from './data-sheet.module.css'

const useSectionRows = (spec: ProductSpec) => {
  const textOf = useFieldText()
  const label = useFieldLabel()
  return ({ fields }: SpecSection): ReactNode[] =>
    fields.flatMap((field) => {
      const text = textOf(spec, field)
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
