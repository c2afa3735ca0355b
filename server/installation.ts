import type { Config } from './platform/config.ts'
import { lockDataFolder } from './platform/data-lock.ts'
import { openDatabase } from './platform/database/database.ts'
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts'
import { migrateDatabase } from './platform/database/migrate.ts'
import type { Log } from './platform/log.ts'

/** Takes the data folder for this process, starts its database where none is named, and brings that up to date. */
export const openInstallation = async (config: Config, log: Log) => {
  const lock = await lockDataFolder(config.dataDir)
  const postgres = config.databaseUrl ? undefined : await startEmbeddedPostgres(config.dataDir, log)
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? ''
  const database = openDatabase(databaseUrl, log, 2)
  await migrateDatabase(database)
  await database.close()
  return {
    databaseUrl,
    postgres,
    async close() {
      await postgres?.stop()
      await lock.release()
    },
  }
}
