export interface FacetValues {
  /** What a row is counted as; it may have several values, or none. */
  values: readonly string[]
  /** By what a chosen range judges it. */
  figure?: number
}

/** Whether what a row has in a facet is among what the reader chose; undefined where he chose nothing there. */
export type Choice = ((has: FacetValues) => boolean) | undefined

/** What some rows have in one facet. They share it, so that a choice is judged once for all of them. */
interface Cell extends FacetValues {
  passes: boolean
  count: number
}

export interface Counted<Name extends string> {
  total: number
  /** The commonest come first. */
  facets: Record<Name, { value: string; count: number }[]>
}

/**
 * Rows in memory, and what each has in every facet, in groups that are replaced as a whole. Counting the 1,500 goods of a
 * fair takes some tenth of a millisecond here, and was more than half of a search when the database did it.
 */
export const createFacetTable = <Name extends string>(names: readonly Name[]) => {
  const cells = names.map(() => new Map<string, Cell>())
  const groups = new Map<string, ReadonlyMap<string, readonly Cell[]>>()
  const rows = new Map<string, readonly Cell[]>()

  const cellOf = (facet: number, has: FacetValues): Cell => {
    const key = has.figure === undefined ? has.values.join('\n') : String(has.figure)
    const known = cells[facet]?.get(key)
    if (known) return known
    const cell: Cell = { ...has, passes: true, count: 0 }
    cells[facet]?.set(key, cell)
    return cell
  }

  const judge = (choices: Record<Name, Choice>) => {
    names.forEach((name, facet) => {
      const choice = choices[name]
      for (const cell of cells[facet]?.values() ?? []) {
        cell.count = 0
        cell.passes = !choice || choice(cell)
      }
    })
  }

  /**
   * True where the row misses no choice, and counts in every facet. One that misses exactly one choice counts in that
   * facet alone, as its counts must not answer to itself.
   */
  const countRow = (row: readonly Cell[]): boolean => {
    let missed: Cell | undefined
    for (const cell of row) {
      if (cell.passes) continue
      if (missed) return false
      missed = cell
    }
    if (missed) {
      missed.count += 1
      return false
    }
    for (const cell of row) cell.count += 1
    return true
  }

  const sums = (facet: number) => {
    const counts = new Map<string, number>()
    for (const { values, count } of cells[facet]?.values() ?? [])
      if (count > 0) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count)
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }

  return {
    /** The group's rows from now on, by id. */
    setGroup(group: string, members: ReadonlyMap<string, Record<Name, FacetValues>>): void {
      for (const id of groups.get(group)?.keys() ?? []) rows.delete(id)
      const made = new Map(
        [...members].map(([id, has]) => [id, names.map((name, facet) => cellOf(facet, has[name]))]),
      )
      groups.set(group, made)
      for (const [id, row] of made) rows.set(id, row)
    },
    groups: () => [...groups.keys()],
    /** Counts these rows, or all; an id that isn't there is passed over. */
    count(choices: Record<Name, Choice>, ids?: readonly string[]): Counted<Name> {
      judge(choices)
      let total = 0
      const take = (row: readonly Cell[] | undefined) => {
        if (row && countRow(row)) total += 1
      }
      if (ids) for (const id of ids) take(rows.get(id))
      else for (const row of rows.values()) take(row)
      return {
        total,
        facets: Object.fromEntries(
          names.map((name, facet) => [name, sums(facet)]),
        ) as Counted<Name>['facets'],
      }
    },
  }
}
