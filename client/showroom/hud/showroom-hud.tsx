import type { ReactNode } from 'react'
import type { PoseSource } from '../state/pose-source.ts'
import type { HallView } from '../state/showroom-types.ts'
import type { Visit } from '../state/visit.ts'

export interface ShowroomHudProps {
  readonly visit: Visit
  readonly view: HallView
  readonly presence: PoseSource
  readonly renderDataSheet?: ((productId: string) => ReactNode) | undefined
  readonly children?: ReactNode
}

export function ShowroomHud({ children }: ShowroomHudProps) {
  return <>{children}</>
}
