import { accountRoutes } from './accounts.ts'
import { assetRoutes } from './assets.ts'
import { catalogueRoutes } from './catalogue.ts'
import { chatCommands, chatRoutes } from './chat.ts'
import { fairRoutes } from './fair.ts'
import { invitationRoutes } from './invitations.ts'
import { liveRoutes } from './live.ts'
import { programmeRoutes } from './programme.ts'
import { favouriteRoutes } from './favourites.ts'
import { recordingRoutes } from './recordings.ts'
import { sessionCommands, sessionRoutes } from './sessions.ts'
import { searchRoutes } from './search.ts'
import { showroomCommands } from './showroom.ts'
import { tradeRoutes } from './trade.ts'

/** Every row of the protocol; the API document and the authorisation matrix are made from these. */
export const routes = {
  ...accountRoutes,
  ...fairRoutes,
  ...catalogueRoutes,
  ...assetRoutes,
  ...chatRoutes,
  ...programmeRoutes,
  ...tradeRoutes,
  ...searchRoutes,
  ...favouriteRoutes,
  ...liveRoutes,
  ...sessionRoutes,
  ...invitationRoutes,
  ...recordingRoutes,
}
export const commands = { chat: chatCommands, session: sessionCommands, showroom: showroomCommands }
