/** Side of a cell in metres; a visitor sees at full rate within the 3 x 3 cells around. */
export const CELL_M = 8
const CELL_CM = CELL_M * 100

/** Cells of a hall's floor and who stands in each. Handles are small numbers; positions in centimetres. */
export class InterestGrid {
  readonly columns: number
  readonly rows: number
  readonly xCm: Int16Array
  readonly zCm: Int16Array
  readonly #cellOf: Int32Array
  readonly #cells: number[][]
  readonly #leftCm: number
  readonly #topCm: number

  constructor(widthM: number, depthM: number, capacity: number) {
    this.columns = Math.ceil(widthM / CELL_M)
    this.rows = Math.ceil(depthM / CELL_M)
    this.xCm = new Int16Array(capacity + 1)
    this.zCm = new Int16Array(capacity + 1)
    this.#cellOf = new Int32Array(capacity + 1).fill(-1)
    this.#cells = Array.from({ length: this.columns * this.rows }, () => [])
    this.#leftCm = -widthM * 50
    this.#topCm = -depthM * 50
  }

  get cellCount(): number {
    return this.#cells.length
  }

  membersOf(cell: number): readonly number[] {
    return this.#cells[cell] ?? []
  }

  cellOf(handle: number): number {
    return this.#cellOf[handle] ?? -1
  }

  #cellAt(xCm: number, zCm: number): number {
    const column = Math.max(0, Math.min(this.columns - 1, Math.floor((xCm - this.#leftCm) / CELL_CM)))
    const row = Math.max(0, Math.min(this.rows - 1, Math.floor((zCm - this.#topCm) / CELL_CM)))
    return row * this.columns + column
  }

  /** Puts a visitor somewhere; true when that is another cell than before. */
  place(handle: number, xCm: number, zCm: number): boolean {
    this.xCm[handle] = xCm
    this.zCm[handle] = zCm
    const cell = this.#cellAt(xCm, zCm)
    if (cell === this.#cellOf[handle]) return false
    this.remove(handle)
    this.#cells[cell]?.push(handle)
    this.#cellOf[handle] = cell
    return true
  }

  remove(handle: number): void {
    const members = this.#cells[this.#cellOf[handle] ?? -1]
    if (members) members.splice(members.indexOf(handle), 1)
    this.#cellOf[handle] = -1
  }

  /** Calls `visit` with the handles of the cells at most `ring` cells away. */
  around(cell: number, ring: number, visit: (handle: number) => void): void {
    const row = Math.floor(cell / this.columns)
    const column = cell % this.columns
    const lastRow = Math.min(this.rows - 1, row + ring)
    const lastColumn = Math.min(this.columns - 1, column + ring)
    for (let r = Math.max(0, row - ring); r <= lastRow; r++) {
      for (let c = Math.max(0, column - ring); c <= lastColumn; c++) {
        const members = this.#cells[r * this.columns + c]
        if (members) for (const handle of members) visit(handle)
      }
    }
  }

  /** How many stand in the 3 x 3 cells around a cell. */
  crowdAround(cell: number): number {
    let count = 0
    this.around(cell, 1, () => count++)
    return count
  }

  /** Which quarter of its cell a visitor stands in, 0 to 3. */
  quarterOf(handle: number): number {
    const x = ((this.xCm[handle] ?? 0) - this.#leftCm) % CELL_CM
    const z = ((this.zCm[handle] ?? 0) - this.#topCm) % CELL_CM
    return (x * 2 >= CELL_CM ? 1 : 0) + (z * 2 >= CELL_CM ? 2 : 0)
  }

  /** The middle of a cell, or of one of its quarters, in centimetres. */
  middleOf(cell: number, quarter?: number): { xCm: number; zCm: number } {
    const xCm = this.#leftCm + ((cell % this.columns) + 0.5) * CELL_CM
    const zCm = this.#topCm + (Math.floor(cell / this.columns) + 0.5) * CELL_CM
    if (quarter === undefined) return { xCm, zCm }
    const side = CELL_CM / 4
    return { xCm: xCm + (quarter & 1 ? side : -side), zCm: zCm + (quarter & 2 ? side : -side) }
  }
}
