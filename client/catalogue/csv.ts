// A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r]/

const cell = (value: string): string => {
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV by RFC 4180, with a byte order mark so that spreadsheets read Cyrillic, and no cell that is a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
