import { Button, Group, Slider } from '@mantine/core'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { CARD_HEIGHT_MM, CARD_WIDTH_MM, pxPerMmFromCard } from './ruler-ticks.ts'
import classes from './swatch.module.css'

const NARROWEST_PX = 180
const WIDEST_PX = 620

/** Fits a drawn bank card to a real one held against the screen. */
export const Calibration = ({
  pxPerMm,
  onDone,
}: {
  pxPerMm: number
  onDone: (pxPerMm: number | null) => void
}) => {
  const intl = useIntl()
  const [widthPx, setWidthPx] = useState(Math.round(pxPerMm * CARD_WIDTH_MM))
  return (
    <div className={classes.calibration}>
      <p>
        <FormattedMessage
          id="swatch.calibrate.how"
          defaultMessage="Hold a bank card against the outline and move the slider until both are equally wide."
        />
      </p>
      <div className={classes.cardRoom}>
        <div
          className={classes.card}
          style={{ width: widthPx, height: (widthPx * CARD_HEIGHT_MM) / CARD_WIDTH_MM }}
        >
          <FormattedMessage
            id="swatch.calibrate.card"
            defaultMessage="{width} mm"
            values={{ width: intl.formatNumber(CARD_WIDTH_MM) }}
          />
        </div>
      </div>
      <Slider
        min={NARROWEST_PX}
        max={WIDEST_PX}
        step={1}
        value={widthPx}
        onChange={setWidthPx}
        label={null}
        color="ink.9"
        thumbLabel={intl.formatMessage({
          id: 'swatch.calibrate.slider',
          defaultMessage: 'Width of the outline',
        })}
      />
      <Group mt="md">
        <Button size="xs" color="ink.9" onClick={() => onDone(pxPerMmFromCard(widthPx))}>
          <FormattedMessage id="swatch.calibrate.done" defaultMessage="They match" />
        </Button>
        <Button size="xs" variant="subtle" color="ink.9" onClick={() => onDone(null)}>
          <FormattedMessage id="swatch.calibrate.reset" defaultMessage="Forget this screen’s size" />
        </Button>
      </Group>
    </div>
  )
}
