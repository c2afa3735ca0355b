import { isExhibitor } from './showroom.policy.ts'
import type { Connection, FactOf } from './visitor.ts'

/** Staff who are connected, wherever they are, by company: they are told who steps in. */
export class StaffDuty {
  readonly #onDuty = new Map<string, Set<Connection>>()

  begin(connection: Connection): void {
    const { companyId } = connection.principal
    if (companyId === undefined || !isExhibitor(connection.principal)) return
    const staff = this.#onDuty.get(companyId)
    if (staff) staff.add(connection)
    else this.#onDuty.set(companyId, new Set([connection]))
  }

  end(connection: Connection): void {
    const { companyId } = connection.principal
    const staff = companyId === undefined ? undefined : this.#onDuty.get(companyId)
    if (!staff || companyId === undefined) return
    staff.delete(connection)
    if (staff.size === 0) this.#onDuty.delete(companyId)
  }

  tell(companyId: string, visited: FactOf<'stand:visited'>): void {
    for (const connection of this.#onDuty.get(companyId) ?? []) connection.tell('stand:visited', visited)
  }
}
