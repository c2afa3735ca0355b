import { accountRoutes } from './accounts.ts'
import { assetFacts, assetRoutes } from './assets.ts'
import { catalogueRoutes } from './catalogue.ts'
import { chatCommands, chatFacts, chatRoutes } from './chat.ts'
import { fairFacts, fairRoutes } from './fair.ts'
import { showroomCommands, showroomFacts } from './showroom.ts'

/** Every row of the protocol; the API document and the authorisation matrix are made from these. */
export const routes = { ...accountRoutes, ...fairRoutes, ...catalogueRoutes, ...assetRoutes, ...chatRoutes }
export const commands = { chat: chatCommands, showroom: showroomCommands }
export const facts = { fair: fairFacts, assets: assetFacts, chat: chatFacts, showroom: showroomFacts }
