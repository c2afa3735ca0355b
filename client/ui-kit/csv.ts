/** A spreadsheet runs a cell that begins like this; the apostrophe makes it text (OWASP, CSV injection). */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

const cell = (value: string): string => {
  const text = LIKE_A_FORMULA.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}

/**
 * A table as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. No cell can be a formula.
 * `separator` is what the reader's spreadsheet expects: a semicolon where the decimal mark is a comma.
 */
export const csvOf = (rows: readonly (readonly string[])[], separator: ',' | ';'): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`
