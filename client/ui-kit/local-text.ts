import { inLocale, type LocalText } from '#shared/model/text.ts'
import { useLanguage } from '../app/language.tsx'

/** Reads texts that exhibitors wrote in the reader's language, or in English. */
export const useLocalText = () => {
  const { locale } = useLanguage()
  return (text: LocalText): string => inLocale(text, locale)
}
