import { MultiSelect, NativeSelect, NumberInput, Select, Text, TextInput, Textarea } from '@mantine/core'
import { useIntl } from 'react-intl'
import type { UnusualValue } from '#shared/model/product.ts'
import { useDraftField } from './draft-form.tsx'
import { useUnusualQuestion } from './use-unusual-question.ts'
import classes from './product-form.module.css'

interface InputProps {
  path: string
  label: string
  required?: boolean
  description?: string | undefined
}

/** A question about a value that may be right but rarely is. */
export const Question = ({ about }: { about: UnusualValue | undefined }) => {
  const question = useUnusualQuestion()
  return about ? (
    <p className={classes.question} role="status">
      {question(about)}
    </p>
  ) : null
}

interface TextProps extends InputProps {
  maxLength?: number
  type?: string
  placeholder?: string | undefined
}

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

export const DraftText = ({ path, maxLength, type, ...rest }: TextProps) => {
  const { text, error, unusual, set, onBlur } = useDraftField(path)
  return (
    <div>
      <TextInput
        {...rest}
        inputWrapperOrder={ORDER}
        size="sm"
        value={text}
        error={error}
        {...(type && { type })}
        {...(maxLength && { maxLength })}
        withAsterisk={rest.required ?? false}
        required={false}
        aria-required={rest.required ?? false}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={onBlur}
      />
      <Question about={unusual} />
    </div>
  )
}

export const DraftTextArea = ({
  path,
  label,
  required = false,
  maxLength,
}: InputProps & { maxLength: number }) => {
  const { text, error, set, onBlur } = useDraftField(path)
  return (
    <Textarea
      label={label}
      withAsterisk={required}
      aria-required={required}
      size="sm"
      autosize
      minRows={3}
      maxRows={12}
      maxLength={maxLength}
      value={text}
      error={error}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}

interface NumberProps extends InputProps {
  unit?: string
  whole?: boolean
}

/** A figure with its unit; comma and point both separate decimals. */
export const DraftNumber = ({
  path,
  label,
  required = false,
  description,
  unit,
  whole = false,
}: NumberProps) => {
  const { locale } = useIntl()
  const { number, error, unusual, set, onBlur } = useDraftField(path)
  return (
    <div>
      <NumberInput
        label={label}
        description={description}
        withAsterisk={required}
        aria-required={required}
        size="sm"
        hideControls
        value={number}
        error={error}
        allowDecimal={!whole}
        decimalSeparator={locale === 'ru' ? ',' : '.'}
        allowedDecimalSeparators={['.', ',']}
        rightSection={
          unit ? (
            <Text span fz={13} c="ink.6" aria-hidden="true">
              {unit}
            </Text>
          ) : undefined
        }
        rightSectionWidth={unit ? 18 + unit.length * 8 : 0}
        rightSectionPointerEvents="none"
        {...(unit && { 'aria-label': `${label}, ${unit}` })}
        onChange={set}
        onBlur={onBlur}
      />
      <Question about={unusual} />
    </div>
  )
}

interface ChoiceProps extends InputProps {
  choices: readonly { value: string; label: string }[]
}

/** One of a few: the system's own list, which works everywhere. Long lists can be searched. */
export const DraftChoice = ({ path, label, required = false, choices, description }: ChoiceProps) => {
  const intl = useIntl()
  const { text, error, unusual, set, onBlur } = useDraftField(path)
  const shared = {
    label,
    description,
    withAsterisk: required,
    'aria-required': required,
    size: 'sm',
    error,
    onBlur,
  } as const
  const none = intl.formatMessage({ id: 'exhibitor.choice.none', defaultMessage: 'Choose …' })
  return (
    <div>
      {choices.length > 24 ? (
        <Select
          {...shared}
          searchable
          data={[...choices]}
          value={text === '' ? null : text}
          placeholder={none}
          nothingFoundMessage={intl.formatMessage({
            id: 'exhibitor.choice.nothing',
            defaultMessage: 'Nothing of this name',
          })}
          onChange={(value) => set(value ?? '')}
        />
      ) : (
        <NativeSelect
          {...shared}
          data={[{ value: '', label: none }, ...choices]}
          value={text}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
      <Question about={unusual} />
    </div>
  )
}

/** Several of a list. */
export const DraftChoices = ({ path, label, choices, max }: ChoiceProps & { max: number }) => {
  const { list, error, set, onBlur } = useDraftField(path)
  return (
    <div className={classes.wide}>
      <MultiSelect
        label={label}
        size="sm"
        data={[...choices]}
        value={list.map(String)}
        maxValues={max}
        hidePickedOptions
        error={error}
        onChange={set}
        onBlur={onBlur}
      />
    </div>
  )
}
