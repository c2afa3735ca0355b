import { useIntl } from 'react-intl'
import type { ProductKind } from '#shared/model/product.ts'
import { specSections } from '../../ui-kit/spec-sections.ts'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { useDraft } from './draft-form.tsx'
import { DraftText, DraftTextArea } from './draft-inputs.tsx'
import { SpecFieldInput } from './spec-field-input.tsx'
import classes from './product-form.module.css'

const NameAndSummary = () => {
  const intl = useIntl()
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>
        {intl.formatMessage({ id: 'exhibitor.product.words', defaultMessage: 'Name and words' })}
      </legend>
      <div className={classes.fields}>
        <DraftText
          path="name.en"
          required
          maxLength={120}
          label={intl.formatMessage({ id: 'exhibitor.product.nameEn', defaultMessage: 'Name in English' })}
        />
        <DraftText
          path="name.ru"
          maxLength={120}
          label={intl.formatMessage({ id: 'exhibitor.product.nameRu', defaultMessage: 'Name in Russian' })}
        />
        <div className={classes.wide}>
          <DraftTextArea
            path="summary.en"
            required
            maxLength={2000}
            label={intl.formatMessage({
              id: 'exhibitor.product.summaryEn',
              defaultMessage: 'What a buyer should know, in English',
            })}
          />
        </div>
        <div className={classes.wide}>
          <DraftTextArea
            path="summary.ru"
            maxLength={2000}
            label={intl.formatMessage({
              id: 'exhibitor.product.summaryRu',
              defaultMessage: 'What a buyer should know, in Russian',
            })}
          />
        </div>
      </div>
    </fieldset>
  )
}

/** The whole data of a product, in the sections of a trade data sheet. */
export const ProductFields = ({ kind }: { kind: ProductKind }) => {
  const term = useTerm()
  const form = useDraft()
  return (
    <>
      <NameAndSummary />
      {specSections(kind, form.value('spec.material')).map(({ name, fields }) => (
        <fieldset className={classes.section} key={name}>
          <legend className={classes.legend}>{term('section', name)}</legend>
          <div className={classes.fields}>
            {/* What a fabric is made as decides which of the other fields apply. */}
            {fields.map((field) => (
              <SpecFieldInput key={field.path} kind={kind} field={field} />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
