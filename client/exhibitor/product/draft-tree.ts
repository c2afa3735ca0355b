/** What a form holds while it is being filled in: figures may still be texts, and anything may be empty. */
export type DraftValue = string | number | boolean | null | DraftValue[] | { [name: string]: DraftValue }
export type DraftTree = { [name: string]: DraftValue }

const isTree = (value: DraftValue | undefined): value is DraftTree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a dotted path (`trade.tiers.0.price`); undefined where there is none. */
export const valueAt = (tree: DraftValue, path: string): DraftValue | undefined => {
  let value: DraftValue | undefined = tree
  for (const name of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(name)]
    else value = isTree(value) ? value[name] : undefined
  }
  return value
}

const place = (value: DraftValue | undefined, names: readonly string[], put: DraftValue): DraftValue => {
  const [name, ...rest] = names
  if (name === undefined) return put
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? place(item, rest, put) : item))
  const tree = isTree(value) ? value : {}
  return { ...tree, [name]: place(tree[name], rest, put) }
}

/** A copy of the tree with another value at a dotted path; missing branches are made. */
export const withValue = (tree: DraftTree, path: string, put: DraftValue): DraftTree => {
  const placed = place(tree, path.split('.'), put)
  return isTree(placed) ? placed : tree
}

// Lists that a product must have even if nothing is in them.
const MAY_BE_EMPTY = new Set(['colourways', 'tests', 'certificates', 'languages', 'slots'])

/** What was filled in: empty texts, empty branches and empty optional lists are left out. */
export const pruned = (value: DraftValue, name = ''): DraftValue | undefined => {
  if (value === '') return undefined
  if (Array.isArray(value)) {
    const items = value.map((item) => pruned(item) ?? (isTree(item) ? {} : ''))
    return items.length > 0 || MAY_BE_EMPTY.has(name) ? items : undefined
  }
  if (!isTree(value)) return value
  const entries = Object.entries(value).flatMap(([key, child]) => {
    const kept = pruned(child, key)
    return kept === undefined ? [] : [[key, kept] as const]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
