import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChartBar, IconExternalLink, IconMailQuestion, IconMessageQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Chapter } from '#shared/model/recording.ts'
import type { Playback } from '#shared/protocol/recordings.ts'
import { productQuery } from '../../net/goods-queries.ts'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { Poster } from '../../ui-kit/poster.tsx'
import { clockText } from './clock-text.ts'
import classes from './recording.module.css'

interface EntryProps {
  chapter: Chapter
  isCurrent: boolean
  onSeek(): void
}

const Entry = ({
  chapter,
  isCurrent,
  onSeek,
  picture,
  children,
  links,
}: EntryProps & { picture: ReactNode; children: ReactNode; links?: ReactNode }) => (
  <li className={classes.chapter} data-kind={chapter.kind} data-current={isCurrent}>
    <button type="button" onClick={onSeek} aria-current={isCurrent ? 'true' : undefined}>
      <span className={classes.chapterPicture}>{picture}</span>
      <span className={classes.chapterText}>
        <time>{clockText(chapter.atMs)}</time>
        {children}
      </span>
    </button>
    {links}
  </li>
)

const Goods = ({ productId, ...props }: EntryProps & { productId: string }) => {
  const intl = useIntl()
  const local = useLocalText()
  const { data: product } = useQuery(productQuery(productId))
  const name = product ? local(product.name) : '…'
  return (
    <Entry
      {...props}
      picture={product && <Poster product={product} />}
      links={
        product && (
          <span className={classes.chapterLinks}>
            <ActionIcon
              component={Link}
              to={`/products/${productId}`}
              size={36}
              variant="subtle"
              color="indigo"
              aria-label={intl.formatMessage(
                { id: 'recording.chapter.product', defaultMessage: 'Look at {name}' },
                { name },
              )}
            >
              <IconExternalLink size={18} />
            </ActionIcon>
            <ActionIcon
              component={Link}
              to={`/companies/${product.companyId}/enquiry?product=${productId}`}
              size={36}
              variant="subtle"
              color="indigo"
              aria-label={intl.formatMessage(
                { id: 'recording.chapter.ask', defaultMessage: 'Ask for {name}' },
                { name },
              )}
            >
              <IconMailQuestion size={18} />
            </ActionIcon>
          </span>
        )
      }
    >
      {name}
    </Entry>
  )
}

/** What was shown and said when; a click goes there. */
export const ChapterList = ({
  chapters,
  playback,
  atMs,
  onSeek,
}: {
  chapters: readonly Chapter[]
  playback: Playback
  atMs: number
  onSeek(atMs: number): void
}) => {
  const current = chapters.findLast((chapter) => chapter.atMs <= atMs)
  if (chapters.length === 0)
    return (
      <p className={classes.quiet}>
        <FormattedMessage
          id="recording.chapters.none"
          defaultMessage="No goods were put on the stage while this was recorded."
        />
      </p>
    )
  return (
    <ol className={classes.chapters} tabIndex={0}>
      {chapters.map((chapter, at) => {
        const props = { chapter, isCurrent: chapter === current, onSeek: () => onSeek(chapter.atMs) }
        if (chapter.kind === 'goods')
          return chapter.productIds.map((productId) => (
            <Goods key={`${at} ${productId}`} productId={productId} {...props} />
          ))
        if (chapter.kind === 'question')
          return (
            <Entry key={at} {...props} picture={<IconMessageQuestion size={22} />}>
              {playback.questions.find(({ id }) => id === chapter.questionId)?.text}
            </Entry>
          )
        return (
          <Entry key={at} {...props} picture={<IconChartBar size={22} />}>
            {playback.polls.find(({ id }) => id === chapter.pollId)?.question}
          </Entry>
        )
      })}
    </ol>
  )
}
