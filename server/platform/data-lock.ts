import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { createServer, connect, type Server } from 'node:net'
import path from 'node:path'

export class DataFolderInUse extends Error {
  constructor(folder: string) {
    super(`Another Fairloom is running on ${folder}. Stop it, or start this one with another DATA_DIR.`)
  }
}

const listen = (address: string) =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(address, () => resolve(server))
  })

const answers = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

const taken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/**
 * Takes the exclusive lock on a data folder; it is given back when the process ends, however it ends.
 * Throws DataFolderInUse where another process holds it.
 */
export const lockDataFolder = async (folder: string): Promise<{ release(): Promise<void> }> => {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const real = await realpath(folder)
  const release = (server: Server) => () => new Promise<void>((resolve) => server.close(() => resolve()))

  if (process.platform === 'linux') {
    // An abstract socket lives in the kernel: nothing stale can stay behind a SIGKILL.
    const name = `\0fairloom-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`
    try {
      return { release: release(await listen(name)) }
    } catch (error) {
      throw taken(error) ? new DataFolderInUse(real) : error
    }
  }
  const file = path.join(real, 'lock.sock')
  try {
    return { release: release(await listen(file)) }
  } catch (error) {
    if (!taken(error)) throw error
    if (await answers(file)) throw new DataFolderInUse(real)
    await rm(file, { force: true })
    return { release: release(await listen(file)) }
  }
}
