import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import type { AssetNote, AssetReport, AssetVariant } from '#shared/model/asset.ts'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { useBytes } from './use-bytes.ts'
import { useNoteSentence } from './use-note-sentence.ts'
import classes from './model-panel.module.css'

const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Found = ({ report }: { report: AssetReport }) => {
  const { width, height, depth } = report.sizeCm
  const figure = (value: number) => <FormattedNumber value={value} maximumFractionDigits={1} />
  return (
    <dl className={classes.facts}>
      <Fact label={<FormattedMessage id="exhibitor.report.size" defaultMessage="Real size, cm" />}>
        {figure(width)} × {figure(height)} × {figure(depth)}
      </Fact>
      <Fact label={<FormattedMessage id="exhibitor.report.triangles" defaultMessage="Triangles" />}>
        {figure(report.triangles)}
      </Fact>
      <Fact label={<FormattedMessage id="exhibitor.report.textures" defaultMessage="Textures" />}>
        {figure(report.textures)}
      </Fact>
      <Fact label={<FormattedMessage id="exhibitor.report.gpu" defaultMessage="Graphics memory" />}>
        <FormattedNumber value={report.gpuMemoryMb} style="unit" unit="megabyte" maximumFractionDigits={1} />
      </Fact>
    </dl>
  )
}

const targetOf = (notes: readonly AssetNote[], variant: string): 'met' | 'missed' | undefined => {
  const note = notes.find(({ code, values }) => code.startsWith('target_') && values['variant'] === variant)
  if (!note) return undefined
  return note.code === 'target_met' ? 'met' : 'missed'
}

const Variants = ({ report, variants }: { report: AssetReport; variants: readonly AssetVariant[] }) => {
  const term = useTerm()
  const bytes = useBytes()
  const intl = useIntl()
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>
          <FormattedMessage id="exhibitor.report.beforeAfter" defaultMessage="Before and after" />
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="exhibitor.report.variant" defaultMessage="Variant" />
            </th>
            <th scope="col" className={classes.figure}>
              <FormattedMessage id="exhibitor.report.bytes" defaultMessage="Size" />
            </th>
            <th scope="col" className={classes.figure}>
              <FormattedMessage id="exhibitor.report.triangles" defaultMessage="Triangles" />
            </th>
            <th scope="col">
              <FormattedMessage id="exhibitor.report.target" defaultMessage="Target" />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <FormattedMessage
                id="exhibitor.report.original"
                defaultMessage="Your file ({format})"
                values={{ format: report.format.toUpperCase() }}
              />
            </td>
            <td className={classes.figure}>{bytes(report.bytesIn)}</td>
            <td className={classes.figure}>{intl.formatNumber(report.triangles)}</td>
            <td />
          </tr>
          {variants.map((variant) => {
            const target = targetOf(report.notes, variant.name)
            return (
              <tr key={variant.name}>
                <td>{term('variant', variant.name)}</td>
                <td className={classes.figure}>{bytes(variant.bytes)}</td>
                <td className={classes.figure}>
                  {variant.triangles > 0 ? intl.formatNumber(variant.triangles) : '–'}
                </td>
                <td>
                  {target === 'met' && <FormattedMessage id="exhibitor.report.met" defaultMessage="✓ met" />}
                  {target === 'missed' && (
                    <FormattedMessage id="exhibitor.report.missed" defaultMessage="! missed" />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Notes = ({ notes }: { notes: readonly AssetNote[] }) => {
  const sentence = useNoteSentence()
  const shown = notes.filter(({ code }) => code !== 'target_met')
  if (shown.length === 0) return null
  return (
    <ul className={classes.notes}>
      {shown.map((note, index) => (
        <li key={index} className={note.level === 'info' ? undefined : classes.warning}>
          {sentence(note)}
        </li>
      ))}
    </ul>
  )
}

/** What was found in a model, what was changed, and what it became. */
export const ModelReport = ({
  report,
  variants,
}: {
  report: AssetReport
  variants: readonly AssetVariant[]
}) => {
  const intl = useIntl()
  const poster = variants.find(({ name }) => name === 'poster')
  return (
    <div className={classes.columns}>
      {poster ? (
        <img
          className={classes.poster}
          src={poster.url}
          width={768}
          height={1024}
          alt={intl.formatMessage({
            id: 'exhibitor.report.picture',
            defaultMessage: 'The model as lists show it',
          })}
        />
      ) : (
        <Text className={classes.small}>
          <FormattedMessage id="exhibitor.report.noPicture" defaultMessage="No picture was made" />
        </Text>
      )}
      <div>
        <Found report={report} />
        <Variants report={report} variants={variants} />
        <Notes notes={report.notes} />
      </div>
    </div>
  )
}
