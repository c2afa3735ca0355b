import { Button } from '@mantine/core'
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Enquiry } from '#shared/protocol/trade.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { useEnquiryTerms } from './enquiry-terms.ts'
import classes from './enquiry-list.module.css'

/** “Clara Buyer, Garments of Osh” to the company that was asked, the company's name to who asked. */
const otherSide = ({ side, company, buyer }: Enquiry): string =>
  side === 'buyer' ? company.name : [buyer.name, buyer.companyName].filter(Boolean).join(', ')

const Entry = ({ enquiry, to }: { enquiry: Enquiry; to: string }) => {
  const intl = useIntl()
  const local = useLocalText()
  const terms = useEnquiryTerms()
  const { kind, state, lines, text, changedAt, assignee, lastSeq, readSeq, side } = enquiry
  const unread = lastSeq > readSeq
  const goods = lines.map(({ product, articleNumber }) => (product ? local(product.name) : articleNumber))
  return (
    <li className={`${classes.item} ${unread ? classes.unread : ''}`}>
      <Link className={classes.link} to={to}>
        <span
          className={classes.mark}
          {...(unread && {
            role: 'img',
            'aria-label': intl.formatMessage({ id: 'enquiry.unread', defaultMessage: 'Unread' }),
          })}
        />
        <span>
          <span className={classes.who}>{otherSide(enquiry)}</span>
          <span className={classes.small}>
            {terms.kind(kind)} · {terms.state(state)}
            {side === 'company' && assignee && ` · ${assignee.name}`}
          </span>
        </span>
        <span className={classes.about}>
          {goods.length > 0 && <span className={classes.words}>{goods.join(' · ')}</span>}
          {text && <span className={`${classes.small} ${classes.words}`}>{text}</span>}
        </span>
        <time className={`${classes.small} ${classes.end}`} dateTime={changedAt}>
          <FormattedDate value={changedAt} day="numeric" month="short" hour="2-digit" minute="2-digit" />
        </time>
      </Link>
    </li>
  )
}

interface EnquiryListProps {
  enquiries: readonly Enquiry[]
  /** Address of the list; an enquiry's own is below it. */
  base: string
  more: (() => void) | undefined
}

/** Enquiries by latest change, with what is unread marked. */
export const EnquiryList = ({ enquiries, base, more }: EnquiryListProps) => (
  <>
    <ul className={classes.list}>
      {enquiries.map((enquiry) => (
        <Entry key={enquiry.id} enquiry={enquiry} to={`${base}/${enquiry.id}`} />
      ))}
    </ul>
    {more && (
      <Button mt="lg" variant="outline" color="ink.9" onClick={more}>
        <FormattedMessage id="enquiry.more" defaultMessage="Show older ones" />
      </Button>
    )}
  </>
)
