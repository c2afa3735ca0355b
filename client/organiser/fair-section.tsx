import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { LocalText } from '#shared/model/text.ts'
import { FairDraft, fairRoutes, type FairDirectory } from '#shared/protocol/fair.ts'
import { call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Section } from '../ui-kit/page.tsx'
import { fromLocalTime, toLocalTime } from '../ui-kit/local-time.ts'
import classes from './organiser.module.css'

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]

const textOf = (en: string, ru: string): LocalText => ({ en, ...(ru.trim() && { ru }) })

/** Names and dates the fair; founds it where there is none. */
export const FairSection = ({ fair }: { fair: FairDirectory['fair'] | undefined }) => {
  const intl = useIntl()
  const [nameEn, setNameEn] = useState(fair?.name.en ?? '')
  const [nameRu, setNameRu] = useState(fair?.name.ru ?? '')
  const [taglineEn, setTaglineEn] = useState(fair?.tagline.en ?? '')
  const [taglineRu, setTaglineRu] = useState(fair?.tagline.ru ?? '')
  const [opens, setOpens] = useState(fair ? toLocalTime(fair.opensAt) : '')
  const [closes, setCloses] = useState(fair ? toLocalTime(fair.closesAt) : '')
  const [timeZone, setTimeZone] = useState(fair?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const { data: draft } = FairDraft.safeParse({
    name: textOf(nameEn, nameRu),
    tagline: textOf(taglineEn, taglineRu),
    opensAt: fromLocalTime(opens),
    closesAt: fromLocalTime(closes),
    timeZone,
  })
  const save = useMutation({
    mutationFn: (body: FairDraft) => call(fairRoutes.saveFair, { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['fair'] }),
  })
  return (
    <Section title={<FormattedMessage id="organiser.fair" defaultMessage="The fair" />}>
      {!fair && (
        <p>
          <FormattedMessage
            id="organiser.fair.none"
            defaultMessage="There is no fair yet. Name and date it; then add halls and stands."
          />
        </p>
      )}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (draft) save.mutate(draft)
        }}
      >
        <TextInput
          size="sm"
          required
          maxLength={120}
          label={intl.formatMessage({ id: 'organiser.fair.nameEn', defaultMessage: 'Name in English' })}
          value={nameEn}
          onChange={(event) => setNameEn(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          maxLength={120}
          label={intl.formatMessage({ id: 'organiser.fair.nameRu', defaultMessage: 'Name in Russian' })}
          value={nameRu}
          onChange={(event) => setNameRu(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          required
          maxLength={300}
          label={intl.formatMessage({ id: 'organiser.fair.taglineEn', defaultMessage: 'Tagline in English' })}
          value={taglineEn}
          onChange={(event) => setTaglineEn(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          maxLength={300}
          label={intl.formatMessage({ id: 'organiser.fair.taglineRu', defaultMessage: 'Tagline in Russian' })}
          value={taglineRu}
          onChange={(event) => setTaglineRu(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          required
          type="datetime-local"
          label={intl.formatMessage({ id: 'organiser.fair.opens', defaultMessage: 'Opens, by your clock' })}
          value={opens}
          onChange={(event) => setOpens(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          required
          type="datetime-local"
          label={intl.formatMessage({ id: 'organiser.fair.closes', defaultMessage: 'Closes, by your clock' })}
          error={
            opens !== '' &&
            closes !== '' &&
            closes <= opens &&
            intl.formatMessage({
              id: 'organiser.fair.closesFirst',
              defaultMessage: 'It must close after it opens.',
            })
          }
          value={closes}
          onChange={(event) => setCloses(event.currentTarget.value)}
        />
        <NativeSelect
          size="sm"
          label={intl.formatMessage({
            id: 'organiser.fair.zone',
            defaultMessage: 'The fair’s own time zone',
          })}
          value={timeZone}
          data={ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES]}
          onChange={(event) => setTimeZone(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" variant="outline" disabled={!draft} loading={save.isPending}>
          {fair ? (
            <FormattedMessage id="organiser.fair.save" defaultMessage="Save the fair" />
          ) : (
            <FormattedMessage id="organiser.fair.found" defaultMessage="Found the fair" />
          )}
        </Button>
        <div className={classes.wide}>
          <ErrorText error={save.error} />
          <span role="status">
            {save.isSuccess && (
              <FormattedMessage id="organiser.fair.saved" defaultMessage="The fair is saved." />
            )}
          </span>
        </div>
      </form>
    </Section>
  )
}
