import { useIntl } from 'react-intl'
import { csvOf } from './csv.ts'

/** Gives the reader a file to keep. */
export const saveFile = (name: string, type: string, content: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}

/** Saves a table as their spreadsheet expects it: with semicolons where the decimal mark is a comma. */
export const useSaveCsv = () => {
  const { locale } = useIntl()
  return (name: string, rows: readonly (readonly string[])[]): void =>
    saveFile(name, 'text/csv;charset=utf-8', csvOf(rows, locale === 'ru' ? ';' : ','))
}
