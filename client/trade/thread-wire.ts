import { tradeFacts, tradeRoutes, type EnquiryMessage } from '#shared/protocol/trade.ts'
import { call } from '../net/api.ts'
import type { ChatWire } from '../net/chat-link.ts'
import { connection, onConnected, onFact } from '../net/socket.ts'

const never = () => () => undefined
const ignore = () => undefined

const read = (enquiryId: string, after: number) =>
  call(tradeRoutes.listThread, { params: { enquiryId }, query: { after } })

/** The line of an enquiry's thread: routes for what is said, and a fact that hints how far it has come. */
export const threadWire: ChatWire<EnquiryMessage> = {
  join: async (enquiryId, afterSeq) => ({
    ...(await read(enquiryId, afterSeq)),
    removed: [],
    mayModerate: false,
  }),
  leave: ignore,
  read,
  post: (enquiryId, id, text) => call(tradeRoutes.postReply, { params: { enquiryId }, body: { id, text } }),
  type: ignore,
  onConnected(listener) {
    // A thread can be read before the socket is there; each later connection reads what was missed.
    if (!connection().connected) listener()
    return onConnected(listener)
  },
  onPosted: never,
  onReached: (enquiryId, listener) =>
    onFact(tradeFacts.changed, (changed) => {
      if (changed.enquiryId === enquiryId) listener(changed.lastSeq)
    }),
  onRemoved: never,
  onTyped: never,
}
