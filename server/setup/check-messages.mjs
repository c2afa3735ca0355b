// Every message of the code is in every catalogue, with the same placeholders and with all plural forms.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isStructurallySame, parse, TYPE } from '@formatjs/icu-messageformat-parser'

const LOCALES = ['ru']
const folder = mkdtempSync(path.join(tmpdir(), 'fairloom-messages-'))
const extracted = path.join(folder, 'en.json')
execFileSync(
  'formatjs',
  ['extract', 'client/**/*.{ts,tsx}', '--out-file', extracted, '--format', 'simple', '--throws'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
const english = JSON.parse(readFileSync(extracted, 'utf8'))
rmSync(folder, { recursive: true })

/** The plural forms that a message lacks for a language. */
const missingForms = (elements, locale) =>
  elements.flatMap((element) => {
    if (element.type === TYPE.tag) return missingForms(element.children, locale)
    if (element.type === TYPE.select)
      return Object.values(element.options).flatMap(({ value }) => missingForms(value, locale))
    if (element.type !== TYPE.plural) return []
    const { pluralCategories } = new Intl.PluralRules(locale, { type: element.pluralType }).resolvedOptions()
    const own = pluralCategories.filter((category) => !(category in element.options))
    return [...own, ...Object.values(element.options).flatMap(({ value }) => missingForms(value, locale))]
  })

const complaints = []
for (const locale of LOCALES) {
  const catalogue = JSON.parse(readFileSync(`client/app/messages/${locale}.json`, 'utf8'))
  for (const [id, source] of Object.entries(english)) {
    const text = catalogue[id]
    if (!text) {
      complaints.push(`${locale}: ${id} is missing: ${source}`)
      continue
    }
    const elements = parse(text)
    const same = isStructurallySame(parse(source), elements)
    if (!same.success)
      complaints.push(`${locale}: ${id} has other placeholders: ${same.error?.message ?? ''}`)
    const forms = missingForms(elements, locale)
    if (forms.length > 0) complaints.push(`${locale}: ${id} lacks the plural forms ${forms.join(', ')}`)
  }
  for (const id of Object.keys(catalogue))
    if (!(id in english)) complaints.push(`${locale}: ${id} is used nowhere`)
}
for (const complaint of complaints) console.error(complaint)
if (Object.keys(english).length === 0) complaints.push('no messages were found')
if (complaints.length > 0) process.exit(1)
console.log(`${Object.keys(english).length} messages are complete in en, ${LOCALES.join(', ')}`)
