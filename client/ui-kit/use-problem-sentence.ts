import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl'
import type { FieldProblem } from './field-problems.ts'

const sentences: Record<string, MessageDescriptor> = defineMessages({
  required: { id: 'exhibitor.problem.required', defaultMessage: 'Fill this in.' },
  number: { id: 'exhibitor.problem.number', defaultMessage: 'Write a number.' },
  whole_number: { id: 'exhibitor.problem.wholeNumber', defaultMessage: 'Write a whole number.' },
  needs_one: { id: 'exhibitor.problem.needsOne', defaultMessage: 'Add at least one.' },
  too_short: {
    id: 'exhibitor.problem.tooShort',
    defaultMessage: 'Write at least {min, plural, one {# character} other {# characters}}.',
  },
  too_long: {
    id: 'exhibitor.problem.tooLong',
    defaultMessage: 'Shorten it to {max, plural, one {# character} other {# characters}}.',
  },
  too_many: {
    id: 'exhibitor.problem.tooMany',
    defaultMessage: 'At most {max, plural, one {# entry} other {# entries}}.',
  },
  below_range: {
    id: 'exhibitor.problem.belowRange',
    defaultMessage: 'This can’t be less than {min, number}.',
  },
  above_range: {
    id: 'exhibitor.problem.aboveRange',
    defaultMessage: 'This can’t be more than {max, number}.',
  },
  choose: { id: 'exhibitor.problem.choose', defaultMessage: 'Choose one from the list.' },
  hs_code: {
    id: 'exhibitor.problem.hsCode',
    defaultMessage: 'Write the 10 digits of the TN VED code; the first 6 are the international HS code.',
  },
  price: {
    id: 'exhibitor.problem.price',
    defaultMessage: 'Write the price in figures with a point and up to 4 decimals, such as 4.20.',
  },
  country: { id: 'exhibitor.problem.country', defaultMessage: 'Choose a country from the list.' },
  website: {
    id: 'exhibitor.problem.website',
    defaultMessage: 'Write the whole address, such as https://example.com.',
  },
  slug: {
    id: 'exhibitor.problem.slug',
    defaultMessage: 'Use small Latin letters, figures and single hyphens, such as namangan-twill.',
  },
  date: { id: 'exhibitor.problem.date', defaultMessage: 'Choose a date.' },
  composition_not_100: {
    id: 'exhibitor.problem.composition',
    defaultMessage: 'The parts have to add up to 100 %.',
  },
  fibre_named_twice: {
    id: 'exhibitor.problem.fibreTwice',
    defaultMessage: 'A fibre is named twice. Join its parts into one.',
  },
  usable_width_above_width: {
    id: 'exhibitor.problem.usableWidth',
    defaultMessage: 'The usable width can’t exceed the full width.',
  },
  hs_chapter_mismatch: {
    id: 'exhibitor.problem.hsChapter',
    defaultMessage: 'This code belongs to another kind of goods. Check its first digits.',
  },
  sizes_reversed: {
    id: 'exhibitor.problem.sizes',
    defaultMessage: 'The largest size has to be at least the smallest.',
  },
  price_tiers_gap: {
    id: 'exhibitor.problem.tiersGap',
    defaultMessage: 'Two prices begin at the same quantity. Give each its own.',
  },
  price_tiers_above_moq: {
    id: 'exhibitor.problem.tiersMoq',
    defaultMessage: 'The first price begins above the minimum order, so that such an order would have none.',
  },
  test_value_out_of_range: {
    id: 'exhibitor.problem.testValue',
    defaultMessage: 'This test can’t give such a value; grades go in half steps.',
  },
  certificate_dates: {
    id: 'exhibitor.problem.certificateDates',
    defaultMessage: 'The certificate has to end after it begins.',
  },
  other: { id: 'exhibitor.problem.other', defaultMessage: 'Check this entry.' },
})

/** The sentence beside a field that says what is wrong and how to mend it. */
export const useProblemSentence = () => {
  const intl = useIntl()
  return (problem: FieldProblem | undefined): string | undefined => {
    const sentence = problem && (sentences[problem.code] ?? sentences['other'])
    return sentence && intl.formatMessage(sentence, problem.values)
  }
}
