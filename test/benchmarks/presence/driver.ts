import type { PackedPose } from '#shared/geometry/pose.ts'

/** One simulated visitor's connection. */
export interface Visitor {
  send(pose: PackedPose, sequence: number): void
  /** Everything that came over the TCP connection, framing included. */
  bytesRead(): number
  /** Poses of others received; only where the system's frames tell it cheaply. */
  received(): number
}

export interface ConnectOptions {
  port: number
  index: number
  first: PackedPose
  /** Only a sample of visitors reads every pose: the others' frames are counted. */
  onUpdate: ((sender: number, sequence: number) => void) | undefined
}

/** How the load generator speaks to one system. */
export type Connect = (options: ConnectOptions) => Promise<Visitor>
