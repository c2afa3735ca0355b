import { createContext, use, useDeferredValue, useMemo, useState } from 'react'
import { unusualValues, type UnusualValue } from '#shared/model/product.ts'
import type { ProductDraft } from '#shared/protocol/catalogue.ts'
import { valueAt, withValue, type DraftTree, type DraftValue } from './draft-tree.ts'
import { problemsOf, type FieldProblem } from '../../ui-kit/field-problems.ts'
import { readDraft } from './product-draft.ts'
import { useProblemSentence } from '../../ui-kit/use-problem-sentence.ts'

export interface DraftForm {
  tree: DraftTree
  dirty: boolean
  problems: ReadonlyMap<string, FieldProblem>
  /** All problems are shown, not only those of fields that were left. */
  checked: boolean
  unusual: readonly UnusualValue[]
  value(path: string): DraftValue | undefined
  set(path: string, value: DraftValue): void
  touch(path: string): void
  isTouched(path: string): boolean
  reset(tree: DraftTree): void
  /** The draft to send; undefined (and every problem shown) where it isn't sound yet. */
  read(): ProductDraft | undefined
}

/** The state of a product's form. Its problems are those that the server would find: both parse with ProductDraft. */
export const useDraftForm = (initial: DraftTree): DraftForm => {
  const [saved, setSaved] = useState(initial)
  const [tree, setTree] = useState(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [checked, setChecked] = useState(false)
  const settled = useDeferredValue(tree)
  const reading = useMemo(() => {
    const { filled, parsed } = readDraft(settled)
    return {
      problems: problemsOf(parsed.error, filled),
      unusual: parsed.success ? unusualValues(parsed.data.spec) : [],
    }
  }, [settled])
  const dirty = useMemo(() => JSON.stringify(saved) !== JSON.stringify(settled), [saved, settled])
  return {
    tree,
    dirty,
    ...reading,
    checked,
    value: (path) => valueAt(tree, path),
    set: (path, value) => setTree((current) => withValue(current, path, value)),
    touch: (path) => setTouched((current) => (current.has(path) ? current : new Set(current).add(path))),
    isTouched: (path) => touched.has(path),
    reset(next) {
      setSaved(next)
      setTree(next)
      setTouched(new Set())
      setChecked(false)
    },
    read() {
      setChecked(true)
      const { parsed } = readDraft(tree)
      return parsed.success ? parsed.data : undefined
    },
  }
}

const DraftFormContext = createContext<DraftForm | undefined>(undefined)
export const DraftFormProvider = DraftFormContext

/** The form around this field. */
export const useDraft = (): DraftForm => {
  const form = use(DraftFormContext)
  if (!form) throw new Error('a draft field stands outside its form')
  return form
}

/** One field of the form: its value, its problem as a sentence once the field was left, and the way to change it. */
export const useDraftField = (path: string) => {
  const form = useDraft()
  const sentence = useProblemSentence()
  const value = form.value(path)
  const problem = form.checked || form.isTouched(path) ? form.problems.get(path) : undefined
  return {
    text: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    number: typeof value === 'string' || typeof value === 'number' ? value : '',
    list: Array.isArray(value) ? value : [],
    error: sentence(problem),
    unusual: form.unusual.find((question) => question.path === path.replace(/^spec\./, '')),
    set: (next: DraftValue) => form.set(path, next),
    onBlur: () => form.touch(path),
  }
}
