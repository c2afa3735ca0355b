import { Button, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore, type FormEvent } from 'react'
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { ENQUIRY_TEXT_MAX } from '#shared/model/enquiry.ts'
import { tradeRoutes, type Enquiry, type EnquiryMessage } from '#shared/protocol/trade.ts'
import { ApiError, call } from '../net/api.ts'
import { createChatLink, type ChatLink } from '../net/chat-link.ts'
import { meQuery } from '../net/queries.ts'
import { ErrorText, useErrorSentence } from '../ui-kit/error-text.tsx'
import { createReplyOutbox } from './reply-outbox.ts'
import { threadWire } from './thread-wire.ts'
import classes from './enquiry-page.module.css'

const useThread = (enquiryId: string, personId: string | undefined): ChatLink<EnquiryMessage> | undefined => {
  const [link, setLink] = useState<ChatLink<EnquiryMessage>>()
  useEffect(() => {
    if (personId === undefined) return undefined
    const made = createChatLink({
      roomId: enquiryId,
      wire: threadWire,
      outbox: createReplyOutbox(enquiryId, personId),
    })
    setLink(made)
    return () => made.close()
  }, [enquiryId, personId])
  return link
}

const Message = ({ message }: { message: EnquiryMessage }) => (
  <li className={classes.message}>
    <div className={classes[message.author.side]}>
      <div className={classes.by}>
        <strong>{message.author.name}</strong>
        <time dateTime={message.sentAt}>
          <FormattedDate value={message.sentAt} day="numeric" month="short" hour="2-digit" minute="2-digit" />
        </time>
      </div>
      {message.text && <p className={classes.text}>{message.text}</p>}
    </div>
  </li>
)

const Unsent = ({ link }: { link: ChatLink<EnquiryMessage> }) => {
  const sentence = useErrorSentence()
  const { pending } = useSyncExternalStore(link.subscribe, link.state)
  return pending.map(({ id, text, state, code }) => (
    <li key={id} className={classes.message}>
      <p className={`${classes.text} ${classes.pending}`}>{text}</p>
      {state === 'sending' ? (
        <span className={classes.small} role="status">
          <FormattedMessage
            id="enquiry.reply.sending"
            defaultMessage="Being sent; kept here until it is through."
          />
        </span>
      ) : (
        <div role="alert" className={classes.refused}>
          {sentence(new ApiError(code ?? 'internal'))}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => link.retry(id)}>
            <FormattedMessage id="chat.retry" defaultMessage="Send again" />
          </Button>
          <Button size="compact-sm" variant="subtle" color="ink" onClick={() => link.discard(id)}>
            <FormattedMessage id="chat.discard" defaultMessage="Discard" />
          </Button>
        </div>
      )}
    </li>
  ))
}

const Compose = ({ link, enquiry }: { link: ChatLink<EnquiryMessage>; enquiry: Enquiry }) => {
  const intl = useIntl()
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    link.send(text.trim())
    setText('')
  }
  return (
    <form className={classes.compose} onSubmit={send}>
      <Textarea
        label={intl.formatMessage(
          { id: 'enquiry.reply.label', defaultMessage: 'Write to {name}' },
          { name: enquiry.side === 'buyer' ? enquiry.company.name : enquiry.buyer.name },
        )}
        size="md"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={ENQUIRY_TEXT_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit">
        <FormattedMessage id="enquiry.send" defaultMessage="Send" />
      </Button>
    </form>
  )
}

const Conversation = ({ link, enquiry }: { link: ChatLink<EnquiryMessage>; enquiry: Enquiry }) => {
  const { phase, refusal, messages, hasOlder } = useSyncExternalStore(link.subscribe, link.state)
  const lastSeq = messages.at(-1)?.seq ?? 0
  const { id: enquiryId, readSeq } = enquiry
  useEffect(() => {
    if (lastSeq <= readSeq) return undefined
    const mark = () => {
      if (document.visibilityState !== 'visible') return
      // Where it fails, it stays marked as unread; the next message or visit says it again.
      call(tradeRoutes.markEnquiryRead, { params: { enquiryId }, body: { seq: lastSeq } }).catch(
        () => undefined,
      )
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [enquiryId, lastSeq, readSeq])

  if (phase === 'refused') return <ErrorText error={new ApiError(refusal ?? 'internal')} />
  return (
    <>
      {hasOlder && (
        <Button variant="subtle" size="sm" color="ink.9" onClick={() => void link.loadOlder()}>
          <FormattedMessage id="enquiry.older" defaultMessage="Show earlier messages" />
        </Button>
      )}
      <ol className={classes.messages} aria-live="polite" aria-busy={phase === 'joining'}>
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
        <Unsent link={link} />
      </ol>
      {enquiry.state === 'closed' && (
        <Text c="ink.6" mb="sm">
          {enquiry.side === 'buyer' ? (
            <FormattedMessage
              id="enquiry.closed.buyer"
              defaultMessage="The company has closed this enquiry. Writing opens it again."
            />
          ) : (
            <FormattedMessage
              id="enquiry.closed.company"
              defaultMessage="This enquiry is closed. An answer marks it as answered again."
            />
          )}
        </Text>
      )}
      <Compose link={link} enquiry={enquiry} />
    </>
  )
}

/** What both sides wrote, and a field to write more. */
export const EnquiryThread = ({ enquiry }: { enquiry: Enquiry }) => {
  const { data: me } = useQuery(meQuery)
  const link = useThread(enquiry.id, me?.principal.id)
  return link ? <Conversation link={link} enquiry={enquiry} /> : null
}
