import { useIntl } from 'react-intl'
import { CERTIFICATE_SCHEMES, TEST_MEASURES, type TestProperty } from '#shared/model/product.ts'
import { useTerm, useUnit } from '../../ui-kit/trade-terms.ts'
import { useDraft } from './draft-form.tsx'
import { DraftChoice, DraftNumber, DraftText } from './draft-inputs.tsx'
import { RowList } from './row-list.tsx'

const isProperty = (value: unknown): value is TestProperty =>
  typeof value === 'string' && value in TEST_MEASURES

const TestFields = ({ row }: { row: string }) => {
  const intl = useIntl()
  const term = useTerm()
  const unit = useUnit()
  const property = useDraft().value(`${row}.property`)
  const measure = isProperty(property) ? TEST_MEASURES[property] : undefined
  return (
    <>
      <DraftChoice
        path={`${row}.property`}
        required
        label={intl.formatMessage({ id: 'exhibitor.test.property', defaultMessage: 'Property' })}
        choices={Object.keys(TEST_MEASURES).map((value) => ({ value, label: term('test', value) }))}
      />
      <DraftNumber
        path={`${row}.value`}
        required
        label={intl.formatMessage({ id: 'exhibitor.test.value', defaultMessage: 'Result' })}
        unit={unit(measure?.unit ?? '')}
      />
      {property === 'pilling' && (
        <DraftNumber
          path={`${row}.cycles`}
          whole
          label={intl.formatMessage({ id: 'exhibitor.test.cycles', defaultMessage: 'After cycles' })}
        />
      )}
      <DraftText
        path={`${row}.method`}
        required
        label={intl.formatMessage({ id: 'exhibitor.test.method', defaultMessage: 'Method' })}
        placeholder={measure?.method}
      />
      <DraftText
        path={`${row}.edition`}
        required
        label={intl.formatMessage({ id: 'exhibitor.test.edition', defaultMessage: 'Edition (year)' })}
      />
      <DraftText
        path={`${row}.laboratory`}
        required
        label={intl.formatMessage({ id: 'exhibitor.test.laboratory', defaultMessage: 'Laboratory' })}
      />
      <DraftText
        path={`${row}.reportNumber`}
        required
        label={intl.formatMessage({ id: 'exhibitor.test.report', defaultMessage: 'Report number' })}
      />
      <DraftText
        path={`${row}.testedOn`}
        required
        type="date"
        label={intl.formatMessage({ id: 'exhibitor.test.date', defaultMessage: 'Tested on' })}
      />
    </>
  )
}

/** Figures of laboratory reports. */
export const TestEditor = ({ path }: { path: string }) => {
  const intl = useIntl()
  return (
    <RowList
      path={path}
      tall
      entry={intl.formatMessage({ id: 'exhibitor.test.entry', defaultMessage: 'test' })}
      addLabel={intl.formatMessage({ id: 'exhibitor.test.add', defaultMessage: 'Add a test' })}
      empty={intl.formatMessage({
        id: 'exhibitor.test.empty',
        defaultMessage: 'No tests yet. Buyers look first for shrinkage, fastness and pilling.',
      })}
      blank={() => ({
        property: '', value: '', method: '', edition: '', laboratory: '', reportNumber: '', testedOn: '',
      })} // prettier-ignore
    >
      {(row) => <TestFields row={row} />}
    </RowList>
  )
}

/** Certificates that the exhibitor claims; what somebody verified keeps its mark. */
export const CertificateEditor = ({ path }: { path: string }) => {
  const intl = useIntl()
  const term = useTerm()
  return (
    <RowList
      path={path}
      tall
      max={30}
      entry={intl.formatMessage({ id: 'exhibitor.certificate.entry', defaultMessage: 'certificate' })}
      addLabel={intl.formatMessage({ id: 'exhibitor.certificate.add', defaultMessage: 'Add a certificate' })}
      empty={intl.formatMessage({
        id: 'exhibitor.certificate.empty',
        defaultMessage: 'No certificates yet. They are shown as claimed until somebody has checked them.',
      })}
      blank={() => ({
        scheme: '', number: '', issuer: '', holder: '', scope: '', validFrom: '', validTo: '',
        proof: { state: 'claimed' },
      })} // prettier-ignore
    >
      {(row) => (
        <>
          <DraftChoice
            path={`${row}.scheme`}
            required
            label={intl.formatMessage({ id: 'exhibitor.certificate.scheme', defaultMessage: 'Scheme' })}
            choices={CERTIFICATE_SCHEMES.map((value) => ({ value, label: term('certificate', value) }))}
          />
          <DraftText
            path={`${row}.number`}
            required
            label={intl.formatMessage({ id: 'exhibitor.certificate.number', defaultMessage: 'Number' })}
          />
          <DraftText
            path={`${row}.issuer`}
            required
            label={intl.formatMessage({ id: 'exhibitor.certificate.issuer', defaultMessage: 'Issued by' })}
          />
          <DraftText
            path={`${row}.holder`}
            required
            label={intl.formatMessage({ id: 'exhibitor.certificate.holder', defaultMessage: 'Holder' })}
          />
          <DraftText
            path={`${row}.scope`}
            label={intl.formatMessage({ id: 'exhibitor.certificate.scope', defaultMessage: 'Scope' })}
          />
          <DraftText
            path={`${row}.validFrom`}
            required
            type="date"
            label={intl.formatMessage({ id: 'exhibitor.certificate.from', defaultMessage: 'Valid from' })}
          />
          <DraftText
            path={`${row}.validTo`}
            required
            type="date"
            label={intl.formatMessage({ id: 'exhibitor.certificate.to', defaultMessage: 'Valid to' })}
          />
        </>
      )}
    </RowList>
  )
}
