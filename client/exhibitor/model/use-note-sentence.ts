import { useIntl, type MessageDescriptor } from 'react-intl'
import type { AssetNote } from '#shared/model/asset.ts'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { assetNoteMessages } from './asset-note-messages.ts'

/** A finding of the pipeline as a sentence in the reader's language, with its figures written as they write them. */
export const useNoteSentence = () => {
  const intl = useIntl()
  const term = useTerm()
  return ({ code, values }: AssetNote): string => {
    const messages: Record<string, MessageDescriptor> = assetNoteMessages
    const message = messages[code]
    if (!message)
      return intl.formatMessage(
        { id: 'exhibitor.note.unknown', defaultMessage: 'A finding without a sentence of its own: {code}.' },
        { code },
      )
    const shown = Object.entries(values).map(([name, value]) => {
      if (name === 'variant') return [name, term('variant', String(value))]
      if (name === 'step') return [name, term('step', String(value))]
      // Plurals need the number itself.
      return [name, typeof value === 'number' && name !== 'count' ? intl.formatNumber(value) : value]
    })
    return intl.formatMessage(message, Object.fromEntries(shown))
  }
}
