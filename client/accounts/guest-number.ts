/** A number from 100 to 999 that follows from a guest's id, so that who names none is called the same each time. */
export const guestNumber = (guestId: string): number =>
  100 + (Number.parseInt(guestId.replace('guest:', '').slice(0, 8), 16) % 900)
