import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import { TEST_MEASURES, type Certificate, type Colourway, type TestResult } from '#shared/model/product.ts'
import { hexFromLab } from '#shared/textile/colour.ts'
import { useLocalText } from './local-text.ts'
import { useTerm, useUnit } from './trade-terms.ts'
import classes from './data-sheet.module.css'

/** A patch of the colour that a Lab reading means on this screen; only an indication. */
export const LabSwatch = ({ lab, size = 48 }: { lab: Colourway['lab']; size?: number }) => (
  <svg className={classes.swatch} width={size} height={size} aria-hidden="true" focusable="false">
    <rect width="100%" height="100%" fill={hexFromLab(lab)} />
  </svg>
)

/** Colours with their measured figures. The screen only indicates: the lab dip decides. */
export const ColourwayList = ({ colourways }: { colourways: readonly Colourway[] }) => {
  const local = useLocalText()
  return (
    <>
      <ul className={classes.plainList}>
        {colourways.map(({ code, name, lab, reference }) => (
          <li className={classes.colour} key={code}>
            <LabSwatch lab={lab} />
            <span>
              {local(name)} <span className={classes.small}>{code}</span>
              <br />
              <span className={`${classes.small} tabular`}>
                L* <FormattedNumber value={lab.l} maximumFractionDigits={1} /> · a*{' '}
                <FormattedNumber value={lab.a} maximumFractionDigits={1} /> · b*{' '}
                <FormattedNumber value={lab.b} maximumFractionDigits={1} /> · D65/10°
                {reference && ` · ${reference.system} ${reference.code}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.small}>
        <FormattedMessage
          id="sheet.colour.note"
          defaultMessage="Screens only indicate colour: the lab dip decides."
        />
      </p>
    </>
  )
}

/** Figures of laboratory reports, each with its method, laboratory and report. */
export const TestTable = ({ tests }: { tests: readonly TestResult[] }) => {
  const term = useTerm()
  const unit = useUnit()
  return (
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="sheet.test.property" defaultMessage="Property" />
            </th>
            <th scope="col">
              <FormattedMessage id="sheet.test.result" defaultMessage="Result" />
            </th>
            <th scope="col">
              <FormattedMessage id="sheet.test.method" defaultMessage="Method" />
            </th>
            <th scope="col">
              <FormattedMessage id="sheet.test.report" defaultMessage="Report" />
            </th>
          </tr>
        </thead>
        <tbody>
          {tests.map((test) => (
            <tr key={`${test.property} ${test.reportNumber} ${test.value}`}>
              <td>{term('test', test.property)}</td>
              <td className={classes.figure}>
                <FormattedNumber value={test.value} /> {unit(TEST_MEASURES[test.property].unit)}
                {test.cycles !== undefined && (
                  <>
                    <br />
                    <span className={classes.small}>
                      <FormattedMessage
                        id="sheet.test.cycles"
                        defaultMessage="after {cycles, plural, one {# cycle} other {# cycles}}"
                        values={{ cycles: test.cycles }}
                      />
                    </span>
                  </>
                )}
              </td>
              <td>
                {test.method}:{test.edition}
              </td>
              <td>
                {test.laboratory}
                <br />
                <span className={classes.small}>
                  {test.reportNumber},{' '}
                  <FormattedDate value={test.testedOn} dateStyle="medium" timeZone="UTC" />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whether a certificate was checked, merely claimed, or invented for a demonstration. */
export const Proof = ({ proof }: { proof: Certificate['proof'] }) => {
  if (proof.state === 'verified')
    return (
      <span className={`${classes.proof} ${classes.verified}`}>
        <FormattedMessage
          id="sheet.proof.verified"
          defaultMessage="✓ Verified by {by}, {on, date, medium}"
          values={{ by: proof.by, on: new Date(proof.on) }}
        />
      </span>
    )
  return (
    <span className={classes.proof}>
      {proof.state === 'claimed' ? (
        <FormattedMessage id="sheet.proof.claimed" defaultMessage="Claimed, not checked" />
      ) : (
        <FormattedMessage id="sheet.proof.example" defaultMessage="Invented example" />
      )}
    </span>
  )
}

/** What was merely claimed looks different from what somebody has checked. */
export const CertificateList = ({ certificates }: { certificates: readonly Certificate[] }) => {
  const term = useTerm()
  return (
    <ul className={classes.plainList}>
      {certificates.map(({ scheme, number, issuer, holder, scope, validFrom, validTo, proof }) => (
        <li className={classes.certificate} key={`${scheme} ${number}`}>
          {term('certificate', scheme)}
          <Proof proof={proof} />
          <br />
          <span className={classes.small}>
            <FormattedMessage
              id="sheet.certificate.line"
              defaultMessage="No. {number}, issued by {issuer} to {holder}, valid {from, date, medium} to {to, date, medium}"
              values={{ number, issuer, holder, from: new Date(validFrom), to: new Date(validTo) }}
            />
            {scope && ` · ${scope}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface Measured {
  point: string
  size: string
  valueCm: number
  toleranceCm: number
}

/** A garment's measurement table: points down, sizes across, centimetres with their tolerance. */
export const MeasurementTable = ({ measurements }: { measurements: readonly Measured[] }) => {
  const points = [...new Set(measurements.map(({ point }) => point))]
  const sizes = [...new Set(measurements.map(({ size }) => size))]
  return (
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="sheet.measurement.point" defaultMessage="Point of measure, cm" />
            </th>
            {sizes.map((size) => (
              <th scope="col" key={size}>
                {size}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point}>
              <td>{point}</td>
              {sizes.map((size) => {
                const found = measurements.find((entry) => entry.point === point && entry.size === size)
                return (
                  <td className={classes.figure} key={size}>
                    {found && (
                      <>
                        <FormattedNumber value={found.valueCm} />{' '}
                        <span className={classes.small}>
                          ± <FormattedNumber value={found.toleranceCm} />
                        </span>
                      </>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
