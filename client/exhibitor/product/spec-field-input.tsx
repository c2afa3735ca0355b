import { TagsInput } from '@mantine/core'
import { useIntl } from 'react-intl'
import {
  HS_CHAPTERS,
  KNIT_STRUCTURES,
  WOVEN_STRUCTURES,
  type ProductKind,
  type SpecField,
} from '#shared/model/product.ts'
import { CARE_CODES, choiceGroup, useFieldLabel, useTerm, useUnit } from '../../ui-kit/trade-terms.ts'
import { useCountries } from '../../ui-kit/countries.ts'
import { ColourwayEditor } from './colourway-editor.tsx'
import { CompositionEditor } from './composition-editor.tsx'
import { useDraft, useDraftField } from './draft-form.tsx'
import { DraftChoice, DraftChoices, DraftNumber, DraftText } from './draft-inputs.tsx'
import { CertificateEditor, TestEditor } from './proof-editors.tsx'
import { IncotermEditor, MeasurementEditor, PriceTierEditor } from './trade-editors.tsx'
import classes from './product-form.module.css'

const SizesInput = ({ path, label }: { path: string; label: string }) => {
  const intl = useIntl()
  const { list, error, set, onBlur } = useDraftField(path)
  return (
    <div className={classes.wide}>
      <TagsInput
        label={label}
        description={intl.formatMessage({
          id: 'exhibitor.sizes.hint',
          defaultMessage: 'Write a size and press Enter, or several with commas between.',
        })}
        withAsterisk
        size="sm"
        maxTags={40}
        splitChars={[',', ';']}
        value={list.map(String)}
        error={error}
        onChange={set}
        onBlur={onBlur}
      />
    </div>
  )
}

// Structures of the other material would only be in the way.
const structuresOf = (material: unknown, all: readonly string[]): readonly string[] => {
  const woven: readonly string[] = WOVEN_STRUCTURES
  const knit: readonly string[] = KNIT_STRUCTURES
  if (material === 'woven') return woven
  if (material === 'knit') return knit
  return material === 'nonwoven' || material === 'fur' || material === 'film'
    ? all.filter((name) => !woven.includes(name) && !knit.includes(name))
    : all
}

const ListInput = ({ field, path, label }: { field: SpecField; path: string; label: string }) => {
  const term = useTerm()
  switch (field.path) {
    case 'composition':
    case 'fillComposition':
      return <CompositionEditor path={path} label={label} required={field.required} />
    case 'colourways':
      return <ColourwayEditor path={path} />
    case 'careCodes':
      return (
        <DraftChoices
          path={path}
          label={label}
          max={12}
          choices={CARE_CODES.map((value) => ({ value, label: term('care', value) }))}
        />
      )
    case 'tests':
      return <TestEditor path={path} />
    case 'certificates':
      return <CertificateEditor path={path} />
    case 'sizes':
      return <SizesInput path={path} label={label} />
    case 'measurements':
      return <MeasurementEditor path={path} label={label} />
    case 'trade.tiers':
      return <PriceTierEditor path={path} />
    case 'trade.incoterms':
      return <IncotermEditor path={path} label={label} />
    default:
      return null
  }
}

/** The right input for one field of a spec sheet, made from its row in SPEC_FIELDS. */
export const SpecFieldInput = ({ kind, field }: { kind: ProductKind; field: SpecField }) => {
  const intl = useIntl()
  const term = useTerm()
  const unit = useUnit()
  const countries = useCountries()
  const form = useDraft()
  const label = useFieldLabel()(kind, field.path)
  const path = `spec.${field.path}`
  const shared = { path, label, required: field.required }
  const group = choiceGroup(field.path)
  const named = (values: readonly string[]) =>
    values.map((value) => ({ value, label: group ? term(group, value) : value }))

  if (field.type === 'list') return <ListInput field={field} path={path} label={label} />
  if (field.type === 'number' || field.type === 'integer')
    return (
      <DraftNumber
        {...shared}
        whole={field.type === 'integer'}
        unit={unit(field.unit, String(form.value('spec.trade.unit') ?? ''))}
      />
    )
  if (field.type === 'choices')
    return <DraftChoices {...shared} choices={named(field.choices ?? [])} max={4} />
  if (field.type === 'choice') {
    const all = field.choices ?? []
    const choices =
      field.path === 'structure' && kind === 'fabric' ? structuresOf(form.value('spec.material'), all) : all
    return <DraftChoice {...shared} choices={named(choices)} />
  }
  if (field.path === 'trade.originCountry') return <DraftChoice {...shared} choices={countries} />
  if (field.path === 'trade.hsCode')
    return (
      <DraftText
        {...shared}
        maxLength={10}
        description={intl.formatMessage(
          {
            id: 'exhibitor.hs.hint',
            defaultMessage: '10 digits; for these goods they begin with {chapters}',
          },
          { chapters: intl.formatList(HS_CHAPTERS[kind], { type: 'disjunction' }) },
        )}
      />
    )
  return <DraftText {...shared} />
}
