import { Button, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { CompanyProfile } from '#shared/protocol/catalogue.ts'
import { useCountries, useLanguages } from '../ui-kit/countries.ts'
import { problemsOf } from '../ui-kit/field-problems.ts'
import { useProblemSentence } from '../ui-kit/use-problem-sentence.ts'
import classes from './company-form.module.css'

/** A company as its form holds it. */
export interface CompanyEntries {
  name: string
  country: string
  city: string
  address: string
  website: string
  languages: string[]
  founded: number | string
  storyEn: string
  storyRu: string
}

export const BLANK_COMPANY: CompanyEntries = {
  name: '', country: '', city: '', address: '', website: '', languages: ['en'], founded: '', storyEn: '', storyRu: '',
} // prettier-ignore

export const entriesOf = ({ story, founded, ...profile }: CompanyProfile): CompanyEntries => ({
  ...profile,
  founded: founded ?? '',
  storyEn: story.en,
  storyRu: story.ru ?? '',
})

const profileOf = ({ storyEn, storyRu, founded, ...rest }: CompanyEntries) => ({
  ...rest,
  founded: founded === '' ? null : founded,
  story: { en: storyEn, ...(storyRu.trim() !== '' && { ru: storyRu }) },
})

interface CompanyFormProps {
  initial: CompanyEntries
  action: ReactNode
  pending: boolean
  onSave(profile: CompanyProfile): void
  onDirty?(dirty: boolean): void
  children?: ReactNode
}

/** What a company says of itself. `children` stand before the button. */
export const CompanyForm = ({ initial, action, pending, onSave, onDirty, children }: CompanyFormProps) => {
  const intl = useIntl()
  const countries = useCountries()
  const languages = useLanguages()
  const sentence = useProblemSentence()
  const [entries, setEntries] = useState(initial)
  const [checked, setChecked] = useState(false)
  const profile = profileOf(entries)
  const parsed = CompanyProfile.safeParse(profile)
  const problems = problemsOf(parsed.error, profile)
  const problem = (path: string) => (checked ? sentence(problems.get(path)) : undefined)
  const change = (changed: Partial<CompanyEntries>) => {
    setEntries((current) => ({ ...current, ...changed }))
    onDirty?.(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (parsed.success) onSave(parsed.data)
  }
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <TextInput
        label={intl.formatMessage({ id: 'exhibitor.company.name', defaultMessage: 'Name of the company' })}
        withAsterisk
        autoComplete="organization"
        value={entries.name}
        error={problem('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={intl.formatMessage({ id: 'exhibitor.company.country', defaultMessage: 'Country' })}
        withAsterisk
        searchable
        size="md"
        data={countries}
        value={entries.country || null}
        error={problem('country')}
        onChange={(country) => change({ country: country ?? '' })}
      />
      <TextInput
        label={intl.formatMessage({ id: 'exhibitor.company.city', defaultMessage: 'City' })}
        value={entries.city}
        error={problem('city')}
        onChange={(event) => change({ city: event.currentTarget.value })}
      />
      <TextInput
        label={intl.formatMessage({ id: 'exhibitor.company.address', defaultMessage: 'Address' })}
        autoComplete="street-address"
        value={entries.address}
        error={problem('address')}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <TextInput
        label={intl.formatMessage({ id: 'exhibitor.company.website', defaultMessage: 'Website' })}
        type="url"
        placeholder="https://"
        value={entries.website}
        error={problem('website')}
        onChange={(event) => change({ website: event.currentTarget.value })}
      />
      <NumberInput
        label={intl.formatMessage({ id: 'exhibitor.company.founded', defaultMessage: 'Founded in' })}
        size="md"
        hideControls
        allowDecimal={false}
        value={entries.founded}
        error={problem('founded')}
        onChange={(founded) => change({ founded })}
      />
      <div className={classes.wide}>
        <MultiSelect
          label={intl.formatMessage({
            id: 'exhibitor.company.languages',
            defaultMessage: 'Languages spoken',
          })}
          size="md"
          data={languages}
          maxValues={12}
          value={entries.languages}
          error={problem('languages')}
          onChange={(spoken) => change({ languages: spoken })}
        />
      </div>
      <Textarea
        label={intl.formatMessage({
          id: 'exhibitor.company.storyEn',
          defaultMessage: 'About the company, in English',
        })}
        withAsterisk
        autosize
        minRows={4}
        maxRows={14}
        maxLength={4000}
        value={entries.storyEn}
        error={problem('story.en') ?? problem('story')}
        onChange={(event) => change({ storyEn: event.currentTarget.value })}
      />
      <Textarea
        label={intl.formatMessage({
          id: 'exhibitor.company.storyRu',
          defaultMessage: 'About the company, in Russian',
        })}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={4000}
        value={entries.storyRu}
        onChange={(event) => change({ storyRu: event.currentTarget.value })}
      />
      <Stack className={classes.wide} align="flex-start">
        {children}
        {checked && !parsed.success && (
          <p className={classes.problem} role="alert">
            <FormattedMessage
              id="exhibitor.form.problems"
              defaultMessage="{count, plural, one {One entry needs} other {# entries need}} another look; the sentences stand beside them."
              values={{ count: problems.size }}
            />
          </p>
        )}
        <Button type="submit" loading={pending}>
          {action}
        </Button>
      </Stack>
    </form>
  )
}
