import { ActionIcon, Anchor, Button, CloseButton, Textarea } from '@mantine/core'
import { IconCornerUpLeft, IconSend2, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import type { SessionMessage } from '#shared/model/live-session.ts'
import { MESSAGE_LENGTH } from '#shared/protocol/sessions.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import { ProductName } from './product-name.tsx'
import { useSessionLink, useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/

/** A text with its addresses as links. */
const Linked = ({ text }: { text: string }) =>
  text.split(LINK).map((part, at) =>
    at % 2 === 1 ? (
      <Anchor key={at} href={part} target="_blank" rel="noreferrer noopener">
        {part}
      </Anchor>
    ) : (
      part
    ),
  )

const Message = ({
  message,
  answered,
  onReply,
}: {
  message: SessionMessage
  answered: SessionMessage | undefined
  onReply: (message: SessionMessage) => void
}) => {
  const intl = useIntl()
  const { act } = useAct()
  const mayModerate = useSessionView(({ me }) => me.mayModerate)
  const { by, text, at, productId } = message
  return (
    <li className={classes.message}>
      <div className={classes.by}>
        <span className={classes.dot} style={{ background: LANYARD_COLOURS[by.lanyard] }} />
        <strong>{by.name}</strong>
        <time dateTime={at}>
          <FormattedTime value={at} />
        </time>
        {text !== null && (
          <span className={classes.messageTools}>
            <ActionIcon
              variant="subtle"
              color="ink"
              size={28}
              aria-label={intl.formatMessage(
                { id: 'session.chat.reply', defaultMessage: 'Reply to {name}' },
                { name: by.name },
              )}
              onClick={() => onReply(message)}
            >
              <IconCornerUpLeft size={16} />
            </ActionIcon>
            {mayModerate && (
              <ActionIcon
                variant="subtle"
                color="ink"
                size={28}
                aria-label={intl.formatMessage(
                  { id: 'session.chat.remove', defaultMessage: 'Remove what {name} wrote' },
                  { name: by.name },
                )}
                onClick={() => act({ kind: 'removeMessage', messageId: message.id })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </span>
        )}
      </div>
      {answered && (
        <p className={classes.quote}>
          <b>{answered.by.name}</b> {answered.text?.slice(0, 140)}
        </p>
      )}
      {productId && (
        <Anchor component={Link} to={`/products/${productId}`} className={classes.goodsLink}>
          <ProductName productId={productId} />
        </Anchor>
      )}
      {text === null ? (
        <p className={classes.quiet}>
          <FormattedMessage id="session.chat.removed" defaultMessage="Removed by the host" />
        </p>
      ) : (
        <p className={classes.text}>
          <Linked text={text} />
        </p>
      )}
    </li>
  )
}

/** What people write to all in the session, with replies and with the goods that are on stage. */
export const ChatTab = () => {
  const intl = useIntl()
  const link = useSessionLink()
  const messages = useSessionView((view) => view.messages)
  const goods = useSessionView(({ stage }) => stage.goods)
  const isOn = useSessionView(({ header }) => header.settings.chat)
  const pending = useStore(link.store, (state) => state.pending)
  const { act, error } = useAct()
  const [text, setText] = useState('')
  const [reply, setReply] = useState<SessionMessage>()
  const [withGoods, setWithGoods] = useState(false)
  const log = useRef<HTMLDivElement>(null)
  const unsent = pending.flatMap(({ id, act: one }) => (one.kind === 'post' ? [{ id, text: one.text }] : []))
  const count = messages.length + unsent.length
  useEffect(() => {
    void log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [count])
  const byId = new Map(messages.map((message) => [message.id, message]))
  const [shown = null] = goods

  const post = () => {
    const written = text.trim()
    if (!written) return
    act({ kind: 'post', text: written, replyTo: reply?.id ?? null, productId: withGoods ? shown : null })
    setText('')
    setReply(undefined)
    setWithGoods(false)
  }

  return (
    <div className={classes.tab}>
      <div
        ref={log}
        className={classes.scroll}
        role="log"
        tabIndex={0}
        aria-label={intl.formatMessage({ id: 'session.chat', defaultMessage: 'Chat' })}
      >
        <ol className={classes.list}>
          {count === 0 && (
            <li className={classes.quiet}>
              <FormattedMessage
                id="session.chat.none"
                defaultMessage="Nobody has written yet. Say good day, and where you are."
              />
            </li>
          )}
          {messages.map((message) => (
            <Message
              key={message.id}
              message={message}
              answered={message.replyTo ? byId.get(message.replyTo) : undefined}
              onReply={setReply}
            />
          ))}
          {unsent.map(({ id, text: waiting }) => (
            <li key={id} className={classes.pending}>
              {waiting}
            </li>
          ))}
        </ol>
      </div>
      <ErrorText error={error} />
      {isOn ? (
        <form
          className={classes.compose}
          onSubmit={(event) => {
            event.preventDefault()
            post()
          }}
        >
          {reply && (
            <p className={classes.quote}>
              <b>{reply.by.name}</b> {reply.text?.slice(0, 80)}
              <CloseButton
                size="sm"
                aria-label={intl.formatMessage({
                  id: 'session.chat.noReply',
                  defaultMessage: 'Reply to nobody',
                })}
                onClick={() => setReply(undefined)}
              />
            </p>
          )}
          {shown && (
            <Button
              size="compact-sm"
              variant={withGoods ? 'filled' : 'default'}
              color="indigo"
              aria-pressed={withGoods}
              onClick={() => setWithGoods(!withGoods)}
            >
              <FormattedMessage id="session.chat.about" defaultMessage="About what is on stage" />
            </Button>
          )}
          <div className={classes.composeRow}>
            <Textarea
              flex={1}
              autosize
              minRows={1}
              maxRows={4}
              maxLength={MESSAGE_LENGTH}
              aria-label={intl.formatMessage({ id: 'session.chat.write', defaultMessage: 'Write to all' })}
              placeholder={intl.formatMessage({ id: 'session.chat.write', defaultMessage: 'Write to all' })}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                post()
              }}
            />
            <ActionIcon
              type="submit"
              size={42}
              aria-label={intl.formatMessage({ id: 'session.chat.send', defaultMessage: 'Send' })}
            >
              <IconSend2 size={20} />
            </ActionIcon>
          </div>
        </form>
      ) : (
        <p className={classes.quiet}>
          <FormattedMessage id="session.chat.off" defaultMessage="The host has closed the chat." />
        </p>
      )}
    </div>
  )
}
