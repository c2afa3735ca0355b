import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { defineMessages, useIntl } from 'react-intl'

const labels = defineMessages({
  clear: { id: 'search.clear', defaultMessage: 'Clear the search' },
})

// Long enough not to ask at each letter, short enough to feel at once.
const PAUSE_MS = 250

/** A field whose words are searched while they are typed. */
export const SearchField = ({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string
  onSearch: (text: string) => void
}) => {
  const intl = useIntl()
  const [typed, setTyped] = useState(value)
  const [searched, setSearched] = useState(value)
  // The address changed by itself (back, a link): the field follows.
  if (value !== searched) {
    setSearched(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed.trim() === searched) return undefined
    const timer = setTimeout(() => {
      setSearched(typed.trim())
      onSearch(typed.trim())
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, searched, onSearch])
  return (
    <TextInput
      type="search"
      label={label}
      value={typed}
      maxLength={200}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        typed && <CloseButton aria-label={intl.formatMessage(labels.clear)} onClick={() => setTyped('')} />
      }
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  )
}
