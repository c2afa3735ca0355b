import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Router } from 'express'
import { io, type Socket } from 'socket.io-client'
import { createApp } from '#server/app.ts'
import type { MediaProcess } from '#server/live/index.ts'
import { readConfig } from '#server/platform/config.ts'
import { call, type ApiError } from './rest-client.ts'
import { wireParser } from '#shared/protocol/wire.ts'
import { createTestDatabase } from './test-database.ts'

export type { ApiError }

/** The place of an application: its database and its data folder. */
const freshPlace = async () => {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fairloom-app-'))
  const leave = async () => {
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { databaseUrl: database.url, dataDir, leave }
}

/**
 * The real application on a free port of loopback, with a database and a data folder of its own, or with those of
 * another one, as a process has them that is started again.
 */
export const startTestApp = async (
  environment: Record<string, string> = {},
  mediaProcess?: MediaProcess,
  beside?: { databaseUrl: string; dataDir: string },
) => {
  const { databaseUrl, dataDir, leave } = beside
    ? { ...beside, leave: () => Promise.resolve() }
    : await freshPlace()
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    RATE_LIMITS: 'off',
    PUBLIC_URL: 'http://fair.test',
    ...environment,
  })
  const app = await createApp({ config, databaseUrl, pages: Router(), mediaProcess })
  await new Promise<void>((resolve) => app.httpServer.listen(0, '127.0.0.1', resolve))
  const { port } = app.httpServer.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const sockets: Socket[] = []
  let isOpen = true
  /** Ends the process' part; its database and its files stay. */
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    for (const socket of sockets) socket.disconnect()
    await app.close()
  }

  return {
    app,
    parts: app.parts,
    url,
    dataDir,
    databaseUrl,
    /** A route by its row, as whoever the cookie says. */
    call: (cookie: string) => call(url, cookie),
    /** A connected socket of whoever the cookie says. */
    connect: async (cookie: string): Promise<Socket> => {
      const socket = io(url, {
        parser: wireParser,
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { cookie },
      })
      sockets.push(socket)
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve)
        socket.once('connect_error', reject)
      })
      return socket
    },
    close,
    async stop() {
      await close()
      await leave()
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>
