import { ActionIcon, Button, Menu, Textarea } from '@mantine/core'
import { IconDots, IconSend2 } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { defineMessages, FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { chatRoutes, type ChatMessage } from '#shared/protocol/chat.ts'
import { ApiError, call } from '../net/api.ts'
import { createChatLink, type ChatLink } from '../net/chat-link.ts'
import { createBrowserOutbox } from '../net/chat-outbox.ts'
import { chatWire } from '../net/chat-wire.ts'
import { ErrorText, useErrorSentence } from '../ui-kit/error-text.tsx'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import classes from './chat-panel.module.css'

const labels = defineMessages({
  write: { id: 'chat.write', defaultMessage: 'Write to everyone at the stand' },
  send: { id: 'chat.send', defaultMessage: 'Send' },
  log: { id: 'chat.log', defaultMessage: 'Messages at this stand' },
  sending: { id: 'chat.sending', defaultMessage: 'being sent' },
})

const MUTE_MINUTES = 30

const useChat = (standId: string): ChatLink | undefined => {
  const [link, setLink] = useState<ChatLink>()
  useEffect(() => {
    const made = createChatLink({ roomId: standId, wire: chatWire, outbox: createBrowserOutbox(standId) })
    setLink(made)
    return () => made.close()
  }, [standId])
  return link
}

const Moderation = ({ message }: { message: ChatMessage }) => {
  const intl = useIntl()
  const { standId, id: messageId, author } = message
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="ink.6"
          size="sm"
          aria-label={intl.formatMessage(
            { id: 'chat.moderate', defaultMessage: 'Moderate the message of {name}' },
            { name: author.name },
          )}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void call(chatRoutes.removeMessage, { params: { standId, messageId } })}>
          <FormattedMessage id="chat.remove" defaultMessage="Remove this message" />
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            void call(chatRoutes.muteVisitor, {
              params: { standId, visitorId: author.id },
              body: { minutes: MUTE_MINUTES },
            })
          }
        >
          <FormattedMessage
            id="chat.mute"
            defaultMessage="Mute {name} for {minutes, plural, one {# minute} other {# minutes}}"
            values={{ name: author.name, minutes: MUTE_MINUTES }}
          />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const Message = ({ message, mayModerate }: { message: ChatMessage; mayModerate: boolean }) => (
  <li className={classes.message}>
    <div className={classes.by}>
      <span className={classes.dot} style={{ background: LANYARD_COLOURS[message.author.lanyard] }} />
      <strong>{message.author.name}</strong>
      <time dateTime={message.sentAt}>
        <FormattedTime value={message.sentAt} />
      </time>
      {mayModerate && message.text !== null && <Moderation message={message} />}
    </div>
    {message.text === null ? (
      <p className={classes.removed}>
        <FormattedMessage id="chat.removed" defaultMessage="Removed by the stand’s staff" />
      </p>
    ) : (
      <p className={classes.text}>{message.text}</p>
    )}
  </li>
)

const Compose = ({ link }: { link: ChatLink }) => {
  const intl = useIntl()
  const [text, setText] = useState('')
  const send = () => {
    if (!text.trim()) return
    link.send(text.trim())
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys typed here are words, not steps in the hall.
    event.stopPropagation()
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      send()
    }
  }
  return (
    <form
      className={classes.compose}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Textarea
        aria-label={intl.formatMessage(labels.write)}
        placeholder={intl.formatMessage(labels.write)}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        flex={1}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          link.typing()
        }}
        onKeyDown={onKeyDown}
      />
      <ActionIcon type="submit" size={42} aria-label={intl.formatMessage(labels.send)}>
        <IconSend2 size={20} />
      </ActionIcon>
    </form>
  )
}

const Conversation = ({ link }: { link: ChatLink }) => {
  const intl = useIntl()
  const sentence = useErrorSentence()
  const state = useSyncExternalStore(link.subscribe, link.state)
  const { messages, pending, typing, mayModerate } = state
  const log = useRef<HTMLDivElement>(null)
  const count = messages.length + pending.length
  useEffect(() => {
    // The log alone: scrollIntoView would move the page as well.
    log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [count])
  const typingNames = useMemo(() => intl.formatList(typing), [intl, typing])

  if (state.phase === 'refused') return <ErrorText error={new ApiError(state.refusal ?? 'internal')} />
  return (
    <div className={classes.chat}>
      {/* Focusable, so that the keyboard can scroll it. */}
      <div
        ref={log}
        className={classes.log}
        role="log"
        aria-label={intl.formatMessage(labels.log)}
        tabIndex={0}
      >
        <ol className={classes.messages}>
          {count === 0 && state.phase === 'ready' && (
            <li className={classes.removed}>
              <FormattedMessage
                id="chat.empty"
                defaultMessage="Nobody has written yet. Ask about a quality, a width, a delivery."
              />
            </li>
          )}
          {messages.map((message) => (
            <Message key={message.id} message={message} mayModerate={mayModerate} />
          ))}
          {pending.map(({ id, text, state: status, code }) => (
            <li key={id} className={classes.message} aria-label={intl.formatMessage(labels.sending)}>
              <p className={classes.pending}>{text}</p>
              {status === 'refused' && (
                <div role="alert" className={classes.refused}>
                  {sentence(new ApiError(code ?? 'internal'))}{' '}
                  <Button size="compact-xs" variant="subtle" onClick={() => link.retry(id)}>
                    <FormattedMessage id="chat.retry" defaultMessage="Send again" />
                  </Button>
                  <Button size="compact-xs" variant="subtle" color="ink" onClick={() => link.discard(id)}>
                    <FormattedMessage id="chat.discard" defaultMessage="Discard" />
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      </div>
      <p className={classes.typing} aria-live="polite">
        {typing.length > 0 && (
          <FormattedMessage
            id="chat.typing"
            defaultMessage="{names} {count, plural, one {is writing…} other {are writing…}}"
            values={{ names: typingNames, count: typing.length }}
          />
        )}
      </p>
      <Compose link={link} />
    </div>
  )
}

/** The chat of a stand: what was said, and a line to say more. */
export const ChatPanel = ({ standId }: { standId: string }) => {
  const link = useChat(standId)
  return link ? <Conversation link={link} /> : null
}
