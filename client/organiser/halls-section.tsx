import { Anchor, Button, NumberInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Hall } from '#shared/model/fair.ts'
import { Slug } from '#shared/model/ids.ts'
import { fairRoutes, type FairDirectory } from '#shared/protocol/fair.ts'
import { call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Section } from '../ui-kit/page.tsx'
import classes from './organiser.module.css'

const AISLE_M = 3

/** A new hall of this size: visitors arrive at the middle of its front, where an aisle runs to the back. */
const hallOf = (name: string, slug: string, widthM: number, depthM: number): Omit<Hall, 'id'> => ({
  name,
  slug,
  widthM,
  depthM,
  entrance: { xM: 0, zM: depthM / 2 - 1.5, headingDeg: 0 },
  aisles: [{ name: 'A', xM: 0, zM: 0, widthM: AISLE_M, depthM }],
  areas: [],
})

const NewHall = () => {
  const intl = useIntl()
  const [name, setName] = useState('')
  const [slug, setSlug] = useState('')
  const [widthM, setWidth] = useState<number | string>(40)
  const [depthM, setDepth] = useState<number | string>(30)
  const inRange = (value: number | string): value is number =>
    typeof value === 'number' && value >= 10 && value <= 300
  const sound = name.trim() !== '' && Slug.safeParse(slug).success && inRange(widthM) && inRange(depthM)
  const create = useMutation({
    mutationFn: () =>
      call(fairRoutes.createHall, { body: hallOf(name.trim(), slug, Number(widthM), Number(depthM)) }),
    onSuccess: async () => {
      setName('')
      setSlug('')
      await queryClient.invalidateQueries({ queryKey: ['fair'] })
    },
  })
  return (
    <details className={classes.disclosure}>
      <summary>
        <FormattedMessage id="organiser.hall.new" defaultMessage="Add a hall" />
      </summary>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (sound) create.mutate()
        }}
      >
        <TextInput
          size="sm"
          required
          label={intl.formatMessage({ id: 'organiser.hall.name', defaultMessage: 'Name' })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          required
          label={intl.formatMessage({
            id: 'organiser.hall.slug',
            defaultMessage: 'Short name for addresses',
          })}
          placeholder="hall-2"
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          value={slug}
          onChange={(event) => setSlug(event.currentTarget.value.toLowerCase())}
        />
        <NumberInput
          size="sm"
          required
          min={10}
          max={300}
          label={intl.formatMessage({ id: 'organiser.hall.width', defaultMessage: 'Width, m' })}
          value={widthM}
          onChange={setWidth}
        />
        <NumberInput
          size="sm"
          required
          min={10}
          max={300}
          label={intl.formatMessage({ id: 'organiser.hall.depth', defaultMessage: 'Depth, m' })}
          value={depthM}
          onChange={setDepth}
        />
        <Button type="submit" size="sm" variant="outline" disabled={!sound} loading={create.isPending}>
          <FormattedMessage id="organiser.hall.create" defaultMessage="Make the hall" />
        </Button>
        <div className={classes.wide}>
          <ErrorText error={create.error} />
          <span role="status">
            {create.isSuccess && (
              <FormattedMessage
                id="organiser.hall.made"
                defaultMessage="{hall} is there, with an aisle down its middle. Add stands to it below."
                values={{ hall: create.data.name }}
              />
            )}
          </span>
        </div>
      </form>
    </details>
  )
}

/** The halls, and how many visitors are in each now. */
export const HallsSection = ({ halls }: { halls: FairDirectory['halls'] }) => {
  const intl = useIntl()
  return (
    <Section title={<FormattedMessage id="organiser.halls" defaultMessage="Halls now" />}>
      {halls.length === 0 && (
        <p>
          <FormattedMessage
            id="organiser.halls.none"
            defaultMessage="There is no hall yet. Add the first one."
          />
        </p>
      )}
      <ul className={classes.halls}>
        {halls.map(({ id, slug, name, widthM, depthM, visitors }) => (
          <li className={classes.hall} key={id}>
            <span>
              <Anchor component={Link} to={`/halls/${slug}`} underline="always">
                {name}
              </Anchor>
            </span>
            <span className={classes.small}>
              {intl.formatNumber(widthM)} × {intl.formatNumber(depthM)} m
            </span>
            <span>
              <FormattedMessage
                id="organiser.hall.visitors"
                defaultMessage="{count, plural, =0 {nobody inside} one {# visitor inside} other {# visitors inside}}"
                values={{ count: visitors }}
              />
            </span>
          </li>
        ))}
      </ul>
      <NewHall />
    </Section>
  )
}
