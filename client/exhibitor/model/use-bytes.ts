import { useIntl } from 'react-intl'

/** Sizes of files as people read them: 93 kB, 4.9 MB (decimal, as uploads are counted). */
export const useBytes = () => {
  const intl = useIntl()
  return (bytes: number): string => {
    const [value, unit] =
      bytes < 1_000_000 ? ([bytes / 1000, 'kilobyte'] as const) : ([bytes / 1_000_000, 'megabyte'] as const)
    return intl.formatNumber(value, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    })
  }
}
