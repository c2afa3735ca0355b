import { Anchor, Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ProductCard } from '#shared/model/cards.ts'
import { useLocalText } from '../local-text.ts'
import { Calibration } from './calibration.tsx'
import { Ruler } from './ruler.tsx'
import classes from './swatch.module.css'
import { useScreenScale } from './use-screen-scale.ts'

const ZOOMS = ['1', '2', '5']

/** A product's cloth at its true size with a ruler; nothing where its model does not tell the cloth's scale. */
export const Swatch = ({ product }: { product: ProductCard }) => {
  const intl = useIntl()
  const local = useLocalText()
  const { pxPerMm, isMeasured, setMeasured } = useScreenScale()
  const [zoom, setZoom] = useState('2')
  const [isCalibrating, setIsCalibrating] = useState(false)
  const swatch = product.variants.find(({ name }) => name === 'swatch')
  if (!swatch?.sizeMm) return null
  const { sizeMm } = swatch
  const shown = pxPerMm * Number(zoom)
  const label = intl.formatMessage(
    {
      id: 'swatch.picture',
      defaultMessage: '{name}: {size} × {size} mm of the cloth, seen from straight above',
    },
    { name: local(product.name), size: intl.formatNumber(sizeMm) },
  )
  return (
    <figure className={classes.figure}>
      <Group justify="space-between" gap="xs" mb="xs">
        <span>
          <FormattedMessage
            id="swatch.size"
            defaultMessage="Swatch, {size} × {size} mm"
            values={{ size: intl.formatNumber(sizeMm) }}
          />
        </span>
        <SegmentedControl
          size="xs"
          value={zoom}
          onChange={setZoom}
          aria-label={intl.formatMessage({ id: 'swatch.zoom', defaultMessage: 'Enlargement' })}
          data={ZOOMS.map((value) => ({ value, label: value === '1' ? '1:1' : `${value}×` }))}
        />
      </Group>
      {/* Scrolls by keyboard as well where the enlarged cloth is wider than the page. */}
      <div className={classes.room} role="group" aria-label={label} tabIndex={0}>
        <div className={classes.ruled}>
          <Ruler lengthMm={sizeMm} pxPerMm={shown} along="top" />
          <Ruler lengthMm={sizeMm} pxPerMm={shown} along="left" />
          <img
            className={classes.cloth}
            src={swatch.url}
            alt={label}
            style={{ width: sizeMm * shown, height: sizeMm * shown }}
            loading="lazy"
            decoding="async"
          />
        </div>
      </div>
      <figcaption className={classes.caption}>
        {isMeasured ? (
          <FormattedMessage id="swatch.true" defaultMessage="1:1 is true size on this screen." />
        ) : (
          <FormattedMessage
            id="swatch.nominal"
            defaultMessage="1:1 is about true size; measure your screen once to make it exact."
          />
        )}{' '}
        <Anchor
          component="button"
          type="button"
          inherit
          aria-expanded={isCalibrating}
          onClick={() => setIsCalibrating(!isCalibrating)}
        >
          <FormattedMessage id="swatch.calibrate" defaultMessage="Measure with a bank card" />
        </Anchor>
      </figcaption>
      {isCalibrating && (
        <Calibration
          pxPerMm={pxPerMm}
          onDone={(measured) => {
            setMeasured(measured)
            setIsCalibrating(false)
          }}
        />
      )}
    </figure>
  )
}
