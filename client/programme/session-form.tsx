import { sessionKindTerms } from '../ui-kit/terms/programme-terms.ts'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { SESSION_KINDS, SESSION_LANGUAGES, SessionDraft, type Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { call } from '../net/api.ts'
import { programmeQuery, queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { fromLocalTime, toLocalTime } from '../ui-kit/local-time.ts'
import classes from './programme-editor.module.css'

const textOf = (en: string, ru: string) => ({ en, ...(ru.trim() && { ru }) })

/** Hosts by their names, separated by commas; those who were there keep their titles and companies. */
const hostsOf = (names: string, before: Session['hosts']) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => before.find((host) => host.name === name) ?? { name })

const placesOf = ({ halls, stands }: Pick<FairDirectory, 'halls' | 'stands'>) => [
  ...halls.flatMap((hall) =>
    hall.areas.map(({ name }) => ({
      label: `${name}, ${hall.name}`,
      place: { kind: 'area', hallId: hall.id, area: name } as const,
    })),
  ),
  ...stands.map(({ id, number, company }) => ({
    label: [number, company?.name].filter(Boolean).join(' · '),
    place: { kind: 'stand', standId: id } as const,
  })),
]

/** Adds a session to the programme or to the drafts, or changes one. `onSaved` is told when it is stored. */
export const SessionForm = ({
  session,
  directory,
  onSaved,
}: {
  session?: Session
  directory: Pick<FairDirectory, 'halls' | 'stands'>
  onSaved: () => void
}) => {
  const intl = useIntl()
  const places = placesOf(directory)
  // Made once, so that sending the form again after a lost line adds one session.
  const [id] = useState(() => session?.id ?? crypto.randomUUID())
  const [words, setWords] = useState({
    titleEn: session?.title.en ?? '',
    titleRu: session?.title.ru ?? '',
    abstractEn: session?.abstract.en ?? '',
    abstractRu: session?.abstract.ru ?? '',
    hosts: session?.hosts.map(({ name }) => name).join(', ') ?? '',
    kind: session?.kind ?? 'talk',
    language: session?.language ?? 'en',
    place: JSON.stringify(session?.place ?? places[0]?.place ?? null),
    starts: session ? toLocalTime(session.startsAt) : '',
    ends: session ? toLocalTime(session.endsAt) : '',
  })
  const { data: draft } = SessionDraft.safeParse({
    kind: words.kind,
    title: textOf(words.titleEn, words.titleRu),
    abstract: textOf(words.abstractEn, words.abstractRu),
    hosts: hostsOf(words.hosts, session?.hosts ?? []),
    language: words.language,
    place: JSON.parse(words.place),
    startsAt: fromLocalTime(words.starts),
    endsAt: fromLocalTime(words.ends),
  })
  const save = useMutation({
    mutationFn: ({ draft: written, state }: { draft: SessionDraft; state: 'draft' | 'planned' }) => {
      const { place } = written
      if (session)
        return call(programmeRoutes.changeSession, {
          params: { sessionId: id },
          body: { baseRevision: session.revision, draft: written },
        })
      const body = { id, draft: written, state }
      return place.kind === 'stand'
        ? call(programmeRoutes.createStandSession, { params: { standId: place.standId }, body })
        : call(programmeRoutes.createSession, { body })
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: programmeQuery.queryKey })
      onSaved()
    },
  })
  const field = (name: keyof typeof words) => ({
    size: 'sm',
    value: words[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const { value } = currentTarget
      setWords((before) => ({ ...before, [name]: value }))
    },
  })
  const languages = new Intl.DisplayNames(intl.locale, { type: 'language' })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft) save.mutate({ draft, state: 'planned' })
      }}
    >
      <TextInput
        required
        maxLength={160}
        label={intl.formatMessage({ id: 'programme.session.titleEn', defaultMessage: 'Title in English' })}
        {...field('titleEn')}
      />
      <TextInput
        maxLength={160}
        label={intl.formatMessage({ id: 'programme.session.titleRu', defaultMessage: 'Title in Russian' })}
        {...field('titleRu')}
      />
      <NativeSelect
        label={intl.formatMessage({ id: 'programme.session.kind', defaultMessage: 'Kind' })}
        data={SESSION_KINDS.map((value) => ({ value, label: intl.formatMessage(sessionKindTerms[value]) }))}
        {...field('kind')}
      />
      <NativeSelect
        label={intl.formatMessage({ id: 'programme.session.language', defaultMessage: 'Held in' })}
        data={SESSION_LANGUAGES.map((value) => ({ value, label: languages.of(value) ?? value }))}
        {...field('language')}
      />
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={2000}
        className={classes.wide ?? ''}
        label={intl.formatMessage({
          id: 'programme.session.aboutEn',
          defaultMessage: 'About it, in English',
        })}
        {...field('abstractEn')}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={2000}
        className={classes.wide ?? ''}
        label={intl.formatMessage({
          id: 'programme.session.aboutRu',
          defaultMessage: 'About it, in Russian',
        })}
        {...field('abstractRu')}
      />
      <TextInput
        required
        label={intl.formatMessage({
          id: 'programme.session.hosts',
          defaultMessage: 'Who holds it, separated by commas',
        })}
        {...field('hosts')}
      />
      <NativeSelect
        label={intl.formatMessage({ id: 'programme.session.place', defaultMessage: 'Place' })}
        data={places.map(({ label, place }) => ({ value: JSON.stringify(place), label }))}
        {...field('place')}
      />
      <TextInput
        required
        type="datetime-local"
        label={intl.formatMessage({
          id: 'programme.session.starts',
          defaultMessage: 'Begins, by your clock',
        })}
        {...field('starts')}
      />
      <TextInput
        required
        type="datetime-local"
        label={intl.formatMessage({ id: 'programme.session.ends', defaultMessage: 'Ends, by your clock' })}
        {...field('ends')}
      />
      <div className={`${classes.wide} ${classes.buttons}`}>
        <Button type="submit" size="sm" variant="outline" disabled={!draft} loading={save.isPending}>
          {session ? (
            <FormattedMessage id="programme.session.save" defaultMessage="Save the session" />
          ) : (
            <FormattedMessage id="programme.session.add" defaultMessage="Put it into the programme" />
          )}
        </Button>
        {!session && (
          <Button
            size="sm"
            variant="default"
            disabled={!draft}
            loading={save.isPending}
            onClick={() => draft && save.mutate({ draft, state: 'draft' })}
          >
            <FormattedMessage id="programme.session.draft" defaultMessage="Keep it as a draft" />
          </Button>
        )}
      </div>
      <div className={classes.wide}>
        <ErrorText error={save.error} />
      </div>
    </form>
  )
}
