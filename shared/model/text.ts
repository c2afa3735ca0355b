import { z } from 'zod'

/** Languages whose catalogues are complete. */
export const LOCALES = ['en', 'ru'] as const
export const Locale = z.enum(LOCALES)
export type Locale = z.infer<typeof Locale>

/** A text that an exhibitor wrote in one or more languages; English is always there. */
export const localText = (maxLength: number) =>
  z.object({ en: z.string().trim().min(1).max(maxLength), ru: z.string().trim().max(maxLength).optional() })

export type LocalText = z.infer<ReturnType<typeof localText>>

/** The text in the reader's language, or in English where it wasn't translated. */
export const inLocale = (text: LocalText, locale: Locale): string => (text[locale] || undefined) ?? text.en
