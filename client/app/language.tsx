import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { Locale } from '#shared/model/text.ts'

const STORED_AS = 'fairloom.locale'

const LanguageContext = createContext<{ locale: Locale; choose(locale: Locale): void }>({
  locale: 'en',
  choose: () => undefined,
})

/** The reader's language and the way to change it. */
export const useLanguage = () => use(LanguageContext)

const preferred = (): Locale => {
  const wanted = [localStorage.getItem(STORED_AS) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))]
  for (const tag of wanted) {
    const parsed = Locale.safeParse(tag)
    if (parsed.success) return parsed.data
  }
  return 'en'
}

type Messages = Record<string, string>

// English is in the code itself; other catalogues come when they are asked for.
const CATALOGUES: Record<Locale, () => Promise<Messages>> = {
  en: async () => ({}),
  ru: async () => (await import('./messages/ru.json')).default,
}

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [locale, setLocale] = useState<Locale>(preferred)
  const [shown, setShown] = useState<{ locale: Locale; messages: Messages }>()

  useEffect(() => {
    let current = true
    void CATALOGUES[locale]().then((messages) => {
      if (!current) return
      document.documentElement.lang = locale
      setShown({ locale, messages })
    })
    return () => {
      current = false
    }
  }, [locale])

  const value = useMemo(
    () => ({
      locale,
      choose(next: Locale) {
        localStorage.setItem(STORED_AS, next)
        setLocale(next)
      },
    }),
    [locale],
  )

  if (!shown) return null
  return (
    <LanguageContext value={value}>
      <IntlProvider locale={shown.locale} messages={shown.messages} defaultLocale="en">
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}
