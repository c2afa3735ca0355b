import { Button, Group, MultiSelect, NumberInput, Text } from '@mantine/core'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Slot } from '#shared/model/fair.ts'
import type { ProductCard } from '#shared/model/cards.ts'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { roomFor } from './layout-editing.ts'
import classes from './edit-stand.module.css'

interface SlotFieldsProps {
  slot: Slot
  number: number
  products: readonly ProductCard[]
  clash: boolean
  onChange(change: Partial<Slot>, gesture: string): void
  onRemove(): void
}

/** One piece of furniture: where it stands and what is on it. */
export const SlotFields = ({ slot, number, products, clash, onChange, onRemove }: SlotFieldsProps) => {
  const intl = useIntl()
  const term = useTerm()
  const local = useLocalText()
  const room = roomFor(slot.kind)
  const figure = (value: number | string, put: (value: number) => void) => {
    if (typeof value === 'number') put(value)
  }
  const decimals = {
    decimalSeparator: intl.locale === 'ru' ? ',' : '.',
    allowedDecimalSeparators: ['.', ','],
  }
  return (
    <fieldset className={classes.slot}>
      <legend>
        {number}. {term('slot', slot.kind)}
      </legend>
      <div className={classes.figures}>
        <NumberInput
          {...decimals}
          size="sm"
          label={intl.formatMessage({ id: 'exhibitor.slot.x', defaultMessage: 'Right of the middle, m' })}
          step={0.1}
          value={slot.xM}
          onChange={(value) => figure(value, (xM) => onChange({ xM }, `x ${slot.id}`))}
        />
        <NumberInput
          {...decimals}
          size="sm"
          label={intl.formatMessage({ id: 'exhibitor.slot.z', defaultMessage: 'Towards the front, m' })}
          step={0.1}
          value={slot.zM}
          onChange={(value) => figure(value, (zM) => onChange({ zM }, `z ${slot.id}`))}
        />
        <NumberInput
          {...decimals}
          size="sm"
          label={intl.formatMessage({ id: 'exhibitor.slot.turn', defaultMessage: 'Turned clockwise, °' })}
          step={15}
          min={-360}
          max={360}
          value={slot.turnDeg}
          onChange={(value) => figure(value, (turnDeg) => onChange({ turnDeg }, `turn ${slot.id}`))}
        />
      </div>
      {room > 0 ? (
        <MultiSelect
          mt="sm"
          size="sm"
          label={intl.formatMessage({ id: 'exhibitor.slot.goods', defaultMessage: 'Goods on it' })}
          data={products.map(({ id, name, published }) => ({
            value: id,
            label: published
              ? local(name)
              : intl.formatMessage(
                  { id: 'exhibitor.slot.draft', defaultMessage: '{name} (draft)' },
                  { name: local(name) },
                ),
          }))}
          nothingFoundMessage={intl.formatMessage({
            id: 'exhibitor.slot.noGoods',
            defaultMessage: 'No goods of this name',
          })}
          searchable
          hidePickedOptions
          maxValues={room}
          value={slot.productIds}
          onChange={(productIds) => onChange({ productIds }, `goods ${slot.id} ${productIds.length}`)}
        />
      ) : (
        <Text size="sm" c="ink.6" mt="sm">
          <FormattedMessage id="exhibitor.slot.screen" defaultMessage="A screen holds no goods." />
        </Text>
      )}
      <Group mt="xs" justify="space-between">
        <Button size="sm" variant="subtle" color="indigo" px={0} onClick={onRemove}>
          <FormattedMessage id="exhibitor.slot.remove" defaultMessage="Take it away" />
        </Button>
        <Text size="sm" role="status" c="madder.7">
          {clash && (
            <FormattedMessage
              id="exhibitor.slot.clash"
              defaultMessage="It stands in another piece; is that meant?"
            />
          )}
        </Text>
      </Group>
    </fieldset>
  )
}
