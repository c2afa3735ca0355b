import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  ENQUIRY_KINDS,
  ENQUIRY_LINES_MAX,
  ENQUIRY_TEXT_MAX,
  EnquiryBody,
  EnquiryKind,
} from '#shared/model/enquiry.ts'
import type { ProductCard } from '#shared/model/cards.ts'
import { productQuery } from '../net/goods-queries.ts'
import { useCountries } from '../ui-kit/countries.ts'
import { problemsOf } from '../ui-kit/field-problems.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { useProblemSentence } from '../ui-kit/use-problem-sentence.ts'
import { DraftLineRow } from './draft-line-row.tsx'
import { candidateOf, withProduct, type EnquiryDraft } from './enquiry-draft.ts'
import { useEnquiryTerms } from './enquiry-terms.ts'
import classes from './enquiry-form.module.css'

interface EnquiryFormProps {
  companyName: string
  /** The company's published list. */
  products: readonly ProductCard[]
  draft: EnquiryDraft
  onChange(draft: EnquiryDraft): void
  onSend(body: EnquiryBody): void
  isGuest: boolean
}

/** What a buyer asks of a company: a question, samples or a quotation, for one or several of its goods. */
export const EnquiryForm = ({
  companyName,
  products,
  draft,
  onChange,
  onSend,
  isGuest,
}: EnquiryFormProps) => {
  const intl = useIntl()
  const local = useLocalText()
  const terms = useEnquiryTerms()
  const countries = useCountries()
  const sentence = useProblemSentence()
  const [checked, setChecked] = useState(false)
  const ids = [...new Set(draft.lines.map(({ productId }) => productId))]
  const details = useQueries({ queries: ids.map((id) => productQuery(id)) })
  const detailOf = (productId: string) => details[ids.indexOf(productId)]
  const candidate = candidateOf(draft, (productId) => detailOf(productId)?.data?.spec.trade.unit)
  const parsed = EnquiryBody.safeParse(candidate)
  const problems = problemsOf(parsed.error, candidate)
  const problem = (path: string) => (checked ? sentence(problems.get(path)) : undefined)
  const change = (part: Partial<EnquiryDraft>) => onChange({ ...draft, ...part })
  const goesSomewhere = draft.kind !== 'question'
  const today = useMemo(() => new Date().toISOString().slice(0, 10), [])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setChecked(true)
    if (parsed.success) return onSend(parsed.data)
    // Once the sentences are there, to the first field that has one.
    const form = event.currentTarget
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <div className={classes.frame}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <SegmentedControl
          aria-label={intl.formatMessage({ id: 'enquiry.kind', defaultMessage: 'What would you like?' })}
          value={draft.kind}
          data={ENQUIRY_KINDS.map((value) => ({ value, label: terms.kind(value) }))}
          onChange={(kind) => change({ kind: EnquiryKind.parse(kind) })}
        />
        <fieldset className={classes.group}>
          <legend className={classes.legend}>
            <FormattedMessage id="enquiry.goods" defaultMessage="Goods" />
          </legend>
          <ul className={classes.lines}>
            {draft.lines.map((line, at) => {
              const product = detailOf(line.productId)
              return (
                product && (
                  <DraftLineRow
                    key={`${line.productId}.${at}`}
                    line={line}
                    product={product}
                    quantityNeeded={draft.kind === 'quotation'}
                    problem={problem(`lines.${at}.quantity`)}
                    onChange={(part) => change({ lines: draft.lines.with(at, { ...line, ...part }) })}
                    onRemove={() => change({ lines: draft.lines.toSpliced(at, 1) })}
                  />
                )
              )
            })}
          </ul>
          {draft.lines.length < ENQUIRY_LINES_MAX && (
            <Select
              mt="sm"
              size="md"
              searchable
              value={null}
              aria-label={intl.formatMessage({
                id: 'enquiry.add',
                defaultMessage: 'Add goods of this company',
              })}
              placeholder={intl.formatMessage({
                id: 'enquiry.add',
                defaultMessage: 'Add goods of this company',
              })}
              nothingFoundMessage={intl.formatMessage({
                id: 'enquiry.add.none',
                defaultMessage: 'Nothing else is shown under this name.',
              })}
              data={products
                .filter(({ id, published }) => published && !ids.includes(id))
                .map(({ id, name }) => ({ value: id, label: local(name) }))}
              error={problem('lines')}
              onChange={(productId) => productId && onChange(withProduct(draft, productId))}
            />
          )}
        </fieldset>
        <div className={classes.side}>
          <Select
            label={intl.formatMessage({ id: 'enquiry.country', defaultMessage: 'Country of destination' })}
            size="md"
            searchable
            clearable
            withAsterisk={goesSomewhere}
            data={countries}
            value={draft.country || null}
            error={problem('country')}
            onChange={(country) => change({ country: country ?? '' })}
          />
          <TextInput
            label={intl.formatMessage({ id: 'enquiry.city', defaultMessage: 'City' })}
            maxLength={80}
            value={draft.city}
            error={problem('city')}
            onChange={(event) => change({ city: event.currentTarget.value })}
          />
          <TextInput
            label={intl.formatMessage({ id: 'enquiry.wantedBy', defaultMessage: 'Wanted by' })}
            type="date"
            min={today}
            value={draft.wantedBy}
            error={problem('wantedBy')}
            onChange={(event) => change({ wantedBy: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={intl.formatMessage({ id: 'enquiry.text', defaultMessage: 'In your words' })}
          size="md"
          autosize
          minRows={4}
          maxRows={14}
          maxLength={ENQUIRY_TEXT_MAX}
          withAsterisk={!goesSomewhere}
          value={draft.text}
          error={problem('text')}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <div className={classes.send}>
          <Button type="submit">
            {isGuest ? (
              <FormattedMessage id="enquiry.signInToSend" defaultMessage="Sign in and send" />
            ) : (
              <FormattedMessage id="enquiry.send" defaultMessage="Send" />
            )}
          </Button>
          <p className={classes.small}>
            {isGuest ? (
              <FormattedMessage
                id="enquiry.guest"
                defaultMessage="An account is needed so that {company} can answer you. What you have filled in stays here meanwhile."
                values={{ company: companyName }}
              />
            ) : (
              <FormattedMessage
                id="enquiry.privacy"
                defaultMessage="{company} sees your name and e-mail address. Nobody else reads this."
                values={{ company: companyName }}
              />
            )}
          </p>
        </div>
      </form>
    </div>
  )
}
