/** What a row has in one facet. Rows that have the same share it, so that a choice is judged once for all of them. */
interface Cell {
  /** What it is counted as; a row may have several values, or none. */
  values: readonly string[]
  /** What a choice is judged by: the values, or a figure where the reader chooses a range. */
  figure: number | undefined
  passes: boolean
  count: number
}

export interface FacetValues {
  values: readonly string[]
  figure?: number
}

/** Whether what a row has in a facet is among what the reader chose; undefined where he chose nothing there. */
export type Choice = ((has: FacetValues) => boolean) | undefined

export interface Counted {
  total: number
  /** By facet; the commonest come first. */
  facets: { value: string; count: number }[][]
}

/**
 * Rows and what they have in each facet, in memory, in groups that are replaced as a whole. Counting a fair of 1,500
 * goods takes a tenth of a millisecond here and some four in the database.
 */
export const createFacetTable = (facets: number) => {
  const cells = Array.from({ length: facets }, () => new Map<string, Cell>())
  const groups = new Map<string, Map<string, Cell[]>>()
  const rows = new Map<string, Cell[]>()

  const cellOf = (facet: number, { values, figure }: FacetValues): Cell => {
    const key = figure === undefined ? values.join('\n') : String(figure)
    const known = cells[facet]?.get(key)
    if (known) return known
    const cell: Cell = { values, figure, passes: true, count: 0 }
    cells[facet]?.set(key, cell)
    return cell
  }

  const judge = (choices: readonly Choice[]) => {
    cells.forEach((ofFacet, facet) => {
      const choice = choices[facet]
      for (const cell of ofFacet.values()) {
        cell.count = 0
        cell.passes = !choice || choice(toValues(cell))
      }
    })
  }

  /** True where the row misses no choice. Where it misses exactly one it counts in that facet alone. */
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

  const sums = (ofFacet: ReadonlyMap<string, Cell>) => {
    const counts = new Map<string, number>()
    for (const { values, count } of ofFacet.values())
      if (count > 0) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count)
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }

  return {
    /** The group's rows from now on, by id, with what each has in every facet. */
    setGroup(group: string, members: ReadonlyMap<string, readonly FacetValues[]>): void {
      for (const id of groups.get(group)?.keys() ?? []) rows.delete(id)
      const made = new Map(
        [...members].map(([id, has]) => [id, has.map((one, facet) => cellOf(facet, one))]),
      )
      groups.set(group, made)
      for (const [id, row] of made) rows.set(id, row)
    },
    groupIds: () => groups.keys(),
    /** Counts all rows, or these; an id that isn't there is passed over. */
    count(choices: readonly Choice[], ids?: readonly string[]): Counted {
      judge(choices)
      let total = 0
      if (ids)
        for (const id of ids) {
          const row = rows.get(id)
          if (row && countRow(row)) total += 1
        }
      else for (const row of rows.values()) if (countRow(row)) total += 1
      return { total, facets: cells.map(sums) }
    },
  }
}

const toValues = ({ values, figure }: Cell): FacetValues =>
  figure === undefined ? { values } : { values, figure }

export type FacetTable = ReturnType<typeof createFacetTable>
