import { useIntl } from 'react-intl'
import { Lab } from '#shared/model/product.ts'
import { hexFromLab } from '#shared/textile/colour.ts'
import { DraftNumber, DraftText } from './draft-inputs.tsx'
import { useDraft } from './draft-form.tsx'
import { RowList } from './row-list.tsx'
import classes from './product-form.module.css'

const Swatch = ({ path }: { path: string }) => {
  const intl = useIntl()
  const lab = Lab.safeParse(useDraft().value(path))
  return (
    <svg
      className={classes.swatch}
      role="img"
      aria-label={intl.formatMessage({
        id: 'exhibitor.colour.swatch',
        defaultMessage: 'This colour, as far as the screen can show it',
      })}
    >
      <rect
        x="0.5"
        y="0.5"
        width="35"
        height="35"
        fill={lab.success ? hexFromLab(lab.data) : 'none'}
        stroke={lab.success ? 'none' : '#7a7267'}
        strokeDasharray="3 3"
      />
    </svg>
  )
}

/** Colours with their CIELAB figures under D65 and the 10° observer, and a swatch that indicates them. */
export const ColourwayEditor = ({ path }: { path: string }) => {
  const intl = useIntl()
  return (
    <RowList
      path={path}
      max={200}
      tall
      narrow
      entry={intl.formatMessage({ id: 'exhibitor.colour.entry', defaultMessage: 'colour' })}
      addLabel={intl.formatMessage({ id: 'exhibitor.colour.add', defaultMessage: 'Add a colour' })}
      empty={intl.formatMessage({
        id: 'exhibitor.colour.empty',
        defaultMessage:
          'No colours yet. Give each its figures from the spectrophotometer; the lab dip decides.',
      })}
      blank={() => ({
        code: '',
        name: { en: '', ru: '' },
        lab: { l: '', a: '', b: '' },
        illuminant: 'D65',
        observerDeg: 10,
      })}
    >
      {(row) => (
        <>
          <DraftText
            path={`${row}.code`}
            required
            label={intl.formatMessage({ id: 'exhibitor.colour.code', defaultMessage: 'Code' })}
          />
          <DraftText
            path={`${row}.name.en`}
            required
            label={intl.formatMessage({ id: 'exhibitor.colour.nameEn', defaultMessage: 'Name, English' })}
          />
          <DraftText
            path={`${row}.name.ru`}
            label={intl.formatMessage({ id: 'exhibitor.colour.nameRu', defaultMessage: 'Name, Russian' })}
          />
          <DraftNumber path={`${row}.lab.l`} required label="L*" />
          <DraftNumber path={`${row}.lab.a`} required label="a*" />
          <DraftNumber path={`${row}.lab.b`} required label="b*" />
          <Swatch path={`${row}.lab`} />
        </>
      )}
    </RowList>
  )
}
