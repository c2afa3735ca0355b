import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createAccountsService, createAuth } from './accounts/index.ts'
import { ASSET_QUEUE, createAssetsService, createModelReader, presentVariant } from './assets/index.ts'
import { catalogueRepository, createCatalogueService } from './catalogue/index.ts'
import { DEMO_QUEUE } from './demo/demo-queue.ts'
import { createFairService, fairRepository } from './fair/index.ts'
import { createInvitationsService, INVITATION_MAIL_QUEUE } from './invitations/index.ts'
import { createProgrammeService } from './programme/index.ts'
import { createFavouritesService } from './favourites/index.ts'
import { createDiskBlobStore } from './platform/blob-store.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { openDatabase } from './platform/database/database.ts'
import { tell } from './platform/database/notices.ts'
import { createLog } from './platform/log.ts'
import { createMailer } from './platform/mail.ts'
import { openQueue } from './platform/queue.ts'
import { createTradeService, ENQUIRY_MAIL_QUEUE } from './trade/index.ts'
import { createSearchService } from './search/index.ts'
import { RECORDING_QUEUE } from './sessions/index.ts'

/** A secret of this installation, made at first start. */
const secretIn = async (file: string): Promise<string> => {
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    },
  )
  return (await readFile(file, 'utf8')).trim()
}

/** What web and worker are both made of, wired once. `visitorsIn` is the web process' own knowledge. */
export const createParts = async (
  config: Config,
  databaseUrl: string,
  role: string,
  visitorsIn: (hallId: string) => number = () => 0,
) => {
  const log = createLog(config.logLevel, role)
  const database = openDatabase(databaseUrl, log)
  const { db } = database
  const secret = await secretIn(path.join(config.dataDir, 'app.secret'))
  const blobs = await createDiskBlobStore(path.join(config.dataDir, 'blobs'))
  const queue = await openQueue(
    databaseUrl,
    [ASSET_QUEUE, DEMO_QUEUE, ENQUIRY_MAIL_QUEUE, INVITATION_MAIL_QUEUE, RECORDING_QUEUE],
    log,
  )
  const outbox = path.join(config.dataDir, 'outbox')
  const mailer = await createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, outbox, log })
  const { publicUrl, rateLimits } = config
  const search = createSearchService({ db, presentPoster: (poster) => presentVariant(poster) })
  const favourites = createFavouritesService({ db, search })
  const auth = createAuth({
    db,
    mailer,
    publicUrl,
    secret,
    rateLimits,
    onSessionsChanged: (userId) => tell(db, { kind: 'session', userId }),
    onGuestSignedIn: favourites.adopt,
  })
  const accounts = createAccountsService({ db, auth, secret, secureCookies: publicUrl.startsWith('https:') })
  const standsShowing = (productId: string) => fairRepository(db).standsShowing(productId)
  const catalogue = createCatalogueService({ db, modelsOf: createModelReader(db), standsShowing })
  const fair = createFairService({ db, catalogue, visitorsIn })
  const programme = createProgrammeService({
    db,
    fair,
    onChanged: (transaction, before, after) => invitations.noteChange(transaction, before, after),
  })
  const invitations = createInvitationsService({
    db,
    queue,
    secret,
    findSession: programme.find,
    accountOf: accounts.accountOf,
    now: systemClock.now,
  })
  const currentAssetOf = async (productId: string) =>
    (await catalogueRepository(db).findProduct(productId))?.assetId
  const assets = createAssetsService({ db, blobs, queue, catalogue, currentAssetOf })
  const trade = createTradeService({ db, queue, catalogue })

  return {
    config,
    secret,
    recordingFolders: { browser: path.join(config.dataDir, 'recordings'), fair: config.egressDir },
    databaseUrl,
    log,
    database,
    blobs,
    queue,
    mailer,
    auth,
    accounts,
    catalogue,
    fair,
    programme,
    invitations,
    assets,
    trade,
    search,
    favourites,
    async close() {
      await queue.close()
      await database.close()
    },
  }
}

export type Parts = Awaited<ReturnType<typeof createParts>>
