import type { UserRow } from './accounts.repository.ts'

export const presentPerson = (user: UserRow) => ({
  userId: user.id,
  name: user.name,
  email: user.email,
  fairRole: user.fairRole,
  suspended: user.suspended,
})
