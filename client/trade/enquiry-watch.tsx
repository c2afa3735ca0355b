import { Anchor } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { tradeFacts } from '#shared/protocol/trade.ts'
import { ENQUIRIES_KEY } from '../net/queries.ts'
import { onConnected, onFact } from '../net/socket.ts'
import { enquiryOutbox } from './kept-enquiries.ts'
import classes from './enquiry-watch.module.css'

/** Reads again what a fact, or a new connection, says may have changed. */
const useEnquiryNews = (): void => {
  const client = useQueryClient()
  useEffect(() => {
    const readAgain = () => void client.invalidateQueries({ queryKey: ENQUIRIES_KEY })
    const stops = [
      onFact(tradeFacts.changed, readAgain),
      onConnected(() => {
        enquiryOutbox.sendNow()
        readAgain()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
}

/** For a signed-in person, on every page: sends what is unsent, says so, and hears of news. */
export const EnquiryWatch = ({ personId }: { personId: string }) => {
  useEnquiryNews()
  const { unsent } = useSyncExternalStore(enquiryOutbox.subscribe, enquiryOutbox.state)
  useEffect(() => {
    enquiryOutbox.actAs(personId)
    return () => enquiryOutbox.actAs(undefined)
  }, [personId])
  const [first] = unsent
  return (
    <div role="status">
      {first && (
        <p className={classes.notice}>
          <FormattedMessage
            id="enquiry.unsent"
            defaultMessage="{count, plural, one {An enquiry to {company} is not sent yet} other {# enquiries are not sent yet}}. It is kept in this browser and goes out as soon as possible. <link>Look at it</link>"
            values={{
              count: unsent.length,
              company: first.companyName,
              link: (text) => (
                <Anchor
                  component={Link}
                  to={`/companies/${first.companyId}/enquiry`}
                  inherit
                  underline="always"
                >
                  {text}
                </Anchor>
              ),
            }}
          />
        </p>
      )}
    </div>
  )
}
