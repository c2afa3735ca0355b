import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { StandPlace, StandShape } from '#shared/model/fair.ts'
import { fairRoutes, type FairDirectory } from '#shared/protocol/fair.ts'
import { ApiError, call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import classes from './organiser.module.css'

// The usual sizes of the trade: area, width along the aisle and depth, in metres.
const SIZES = ['9 3 3', '18 6 3', '36 6 6', '36 12 3'] as const
const HEADINGS = [0, 90, 180, 270] as const

/** Adds a stand to a hall. */
export const NewStand = ({ halls }: { halls: FairDirectory['halls'] }) => {
  const intl = useIntl()
  const term = useTerm()
  const [hallId, setHall] = useState(halls[0]?.id ?? '')
  const [number, setNumber] = useState('')
  const [size, setSize] = useState<string>(SIZES[0])
  const [shape, setShape] = useState<string>('row')
  const [headingDeg, setHeading] = useState(0)
  const [xM, setX] = useState<number | string>(0)
  const [zM, setZ] = useState<number | string>(0)
  const [areaM2, widthM, depthM] = size.split(' ').map(Number)
  const place = StandPlace.safeParse({ xM, zM, widthM, depthM, shape, areaM2, headingDeg })
  const create = useMutation({
    mutationFn: (sound: StandPlace) =>
      call(fairRoutes.createStand, { params: { hallId }, body: { number: number.trim(), place: sound } }),
    onSuccess: async () => {
      setNumber('')
      await queryClient.invalidateQueries({ queryKey: ['fair'] })
    },
  })
  const { error } = create
  const outside = error instanceof ApiError && error.code === 'bad_request'
  const touches = error instanceof ApiError && error.code === 'conflict'
  return (
    <details className={classes.disclosure}>
      <summary>
        <FormattedMessage id="organiser.stand.new" defaultMessage="Add a stand" />
      </summary>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (place.success && number.trim() !== '') create.mutate(place.data)
        }}
      >
        <NativeSelect
          size="sm"
          label={intl.formatMessage({ id: 'organiser.stand.hall', defaultMessage: 'Hall' })}
          value={hallId}
          data={halls.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setHall(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          required
          maxLength={12}
          label={intl.formatMessage({ id: 'organiser.stand.newNumber', defaultMessage: 'Number' })}
          placeholder="B-12"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <NativeSelect
          size="sm"
          label={intl.formatMessage({ id: 'organiser.stand.area', defaultMessage: 'Size' })}
          value={size}
          data={SIZES.map((value) => {
            const [area, width, depth] = value.split(' ')
            return { value, label: `${area} m² (${width} × ${depth} m)` }
          })}
          onChange={(event) => setSize(event.currentTarget.value)}
        />
        <NativeSelect
          size="sm"
          label={intl.formatMessage({ id: 'organiser.stand.shape', defaultMessage: 'Shape' })}
          value={shape}
          data={StandShape.options.map((value) => ({ value, label: term('shape', value) }))}
          onChange={(event) => setShape(event.currentTarget.value)}
        />
        <NumberInput
          size="sm"
          label={intl.formatMessage({
            id: 'organiser.stand.x',
            defaultMessage: 'Right of the hall’s middle, m',
          })}
          value={xM}
          onChange={setX}
        />
        <NumberInput
          size="sm"
          label={intl.formatMessage({ id: 'organiser.stand.z', defaultMessage: 'Towards the entrance, m' })}
          value={zM}
          onChange={setZ}
        />
        <NativeSelect
          size="sm"
          label={intl.formatMessage({ id: 'organiser.stand.heading', defaultMessage: 'Turned clockwise' })}
          value={String(headingDeg)}
          data={HEADINGS.map((value) => ({ value: String(value), label: `${value}°` }))}
          onChange={(event) => setHeading(Number(event.currentTarget.value))}
        />
        <Button
          type="submit"
          size="sm"
          variant="outline"
          disabled={!place.success || number.trim() === ''}
          loading={create.isPending}
        >
          <FormattedMessage id="organiser.stand.create" defaultMessage="Make the stand" />
        </Button>
        <div className={classes.wide} role="status">
          {outside && (
            <FormattedMessage
              id="organiser.stand.outside"
              defaultMessage="There the stand would reach out of the hall. Move it inwards."
            />
          )}
          {touches && (
            <FormattedMessage
              id="organiser.stand.overlaps"
              defaultMessage="There it would stand in {other}. Move it, or choose a smaller size."
              values={{ other: String(error.details['stand'] ?? '') }}
            />
          )}
          {create.isSuccess && (
            <FormattedMessage
              id="organiser.stand.made"
              defaultMessage="Stand {number} is there."
              values={{ number: create.data.number }}
            />
          )}
          {!outside && !touches && <ErrorText error={error} />}
        </div>
      </form>
    </details>
  )
}
