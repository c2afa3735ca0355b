import { Invitee } from '#shared/model/invitation.ts'

/** `Clara Weber <clara@example.com>`, `clara@example.com`, or both with a comma or a tab between. */
const inLine = (line: string): Invitee | undefined => {
  const [, email = ''] = /<?([^\s<>,;]+@[^\s<>,;]+)>?/.exec(line) ?? []
  const name = line
    .replace(/<?[^\s<>,;]+@[^\s<>,;]+>?/, '')
    .replaceAll(/[\s,;"]+/g, ' ')
    .trim()
  return Invitee.safeParse({ email, name }).data
}

/** People as one pastes them from a mail program or a spreadsheet, one a line; `wrong` are lines without an address. */
export const writtenPeople = (text: string): { people: Invitee[]; wrong: string[] } => {
  const lines = text
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter(Boolean)
  const parsed = lines.map((line) => ({ line, person: inLine(line) }))
  return {
    people: parsed.flatMap(({ person }) => person ?? []),
    wrong: parsed.flatMap(({ line, person }) => (person ? [] : [line])),
  }
}
