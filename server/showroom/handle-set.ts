/** A set of small whole numbers in a bit each: who has been named to a visitor, for each of a thousand visitors. */
export class HandleSet {
  readonly #words: Uint32Array

  /** Numbers from 0 to `capacity`. */
  constructor(capacity: number) {
    this.#words = new Uint32Array((capacity >> 5) + 1)
  }

  has(handle: number): boolean {
    return ((this.#words[handle >> 5] ?? 0) & (1 << (handle & 31))) !== 0
  }

  add(handle: number): void {
    const word = handle >> 5
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (handle & 31))
  }

  delete(handle: number): void {
    const word = handle >> 5
    this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (handle & 31))
  }
}
