import { Anchor, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link, useNavigate } from 'react-router'
import type { EnquiryBody } from '#shared/model/enquiry.ts'
import type { ProductCard } from '#shared/model/cards.ts'
import { ApiError } from '../net/api.ts'
import { companyQuery } from '../net/goods-queries.ts'
import { meQuery } from '../net/queries.ts'
import { useErrorSentence } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { draftOf, newDraft, withProduct, type EnquiryDraft } from './enquiry-draft.ts'
import { EnquiryForm } from './enquiry-form.tsx'
import { enquiryDrafts, enquiryOutbox } from './kept-enquiries.ts'
import type { UnsentEnquiry } from './enquiry-outbox.ts'

const OnItsWay = ({ unsent, onMend }: { unsent: UnsentEnquiry; onMend: () => void }) => {
  const sentence = useErrorSentence()
  const { refusal, body } = unsent
  if (refusal === null)
    return (
      <Text role="status" maw="62ch">
        <FormattedMessage
          id="enquiry.sending"
          defaultMessage="Being sent. If the line is gone, your enquiry is kept in this browser and sent as soon as it is back; you need not wait."
        />
      </Text>
    )
  return (
    <div role="alert">
      <Text maw="62ch" mb="md">
        <FormattedMessage
          id="enquiry.refused"
          defaultMessage="It could not be sent, and is kept here. {why}"
          values={{ why: sentence(new ApiError(refusal)) }}
        />
      </Text>
      <Group>
        <Button onClick={() => enquiryOutbox.retry(body.id)}>
          <FormattedMessage id="enquiry.again" defaultMessage="Send again" />
        </Button>
        <Button variant="outline" color="ink.9" onClick={onMend}>
          <FormattedMessage id="enquiry.mend" defaultMessage="Change it" />
        </Button>
      </Group>
    </div>
  )
}

const Sent = ({
  enquiryId,
  companyName,
  onAnother,
}: {
  enquiryId: string
  companyName: string
  onAnother(): void
}) => (
  <div role="status">
    <Text fz="lg" maw="62ch" mb="md">
      <FormattedMessage
        id="enquiry.sent"
        defaultMessage="Your enquiry is with {company}. The answer comes to “My enquiries”, and by e-mail."
        values={{ company: companyName }}
      />
    </Text>
    <Group gap="lg">
      <Anchor component={Link} to={`/enquiries/${enquiryId}`}>
        <FormattedMessage id="enquiry.open" defaultMessage="Open the enquiry" />
      </Anchor>
      <Button variant="subtle" color="ink.9" size="sm" onClick={onAnother}>
        <FormattedMessage id="enquiry.another" defaultMessage="Ask something else" />
      </Button>
    </Group>
  </div>
)

interface AskingProps {
  companyId: string
  companyName: string
  products: readonly ProductCard[]
  productId: string | undefined
  /** The signed-in person; undefined for a guest. */
  personId: string | undefined
  returnTo: string
}

const begin = (companyId: string, productId: string | undefined): EnquiryDraft => {
  const draft = enquiryDrafts.find(companyId) ?? newDraft()
  return productId === undefined ? draft : withProduct(draft, productId)
}

const Asking = ({ companyId, companyName, products, productId, personId, returnTo }: AskingProps) => {
  const navigate = useNavigate()
  const { unsent, sent } = useSyncExternalStore(enquiryOutbox.subscribe, enquiryOutbox.state)
  const [draft, setDraft] = useState(() => begin(companyId, productId))
  const [goneId, setGoneId] = useState<string>()
  useEffect(() => enquiryOutbox.actAs(personId), [personId])

  const onItsWay = unsent.find((one) =>
    goneId === undefined ? one.companyId === companyId : one.body.id === goneId,
  )
  const change = (next: EnquiryDraft) => {
    setDraft(next)
    enquiryDrafts.save(companyId, next)
  }
  const startAnew = () => {
    setDraft(newDraft())
    setGoneId(undefined)
  }
  const send = (body: EnquiryBody) => {
    if (personId === undefined) {
      enquiryDrafts.save(companyId, draft)
      void navigate(`/sign-in?next=${encodeURIComponent(returnTo)}`)
      return
    }
    // First into the outbox, which is kept as the draft was: there is no moment in which neither has it.
    enquiryOutbox.send({ companyId, companyName, senderId: personId, body })
    enquiryDrafts.remove(companyId)
    setGoneId(body.id)
  }
  const mend = (id: string) => {
    const back = enquiryOutbox.takeBack(id)
    if (!back) return
    // An id that is in conflict will stay so.
    const { id: fresh } = newDraft()
    change({ ...draftOf(back.body), ...(back.refusal === 'conflict' && { id: fresh }) })
    setGoneId(undefined)
  }

  if (onItsWay) return <OnItsWay unsent={onItsWay} onMend={() => mend(onItsWay.body.id)} />
  if (goneId !== undefined && sent.has(goneId))
    return <Sent enquiryId={goneId} companyName={companyName} onAnother={startAnew} />
  return (
    <EnquiryForm
      companyName={companyName}
      products={products}
      draft={draft}
      onChange={change}
      onSend={send}
      isGuest={personId === undefined}
    />
  )
}

interface AskCompanyProps {
  companyId: string
  productId?: string | undefined
  /** Where a guest comes back to after signing in. */
  returnTo: string
}

/** An enquiry to a company, from the first field to the acknowledgement. */
export const AskCompany = ({ companyId, productId, returnTo }: AskCompanyProps) => {
  const me = useQuery(meQuery)
  const company = useQuery(companyQuery(companyId))
  return (
    <Loaded query={me}>
      {({ principal, email }) =>
        principal.companyId === companyId ? (
          <Text>
            <FormattedMessage
              id="enquiry.ownCompany"
              defaultMessage="This is your own company; enquiries to it are at its desk."
            />
          </Text>
        ) : (
          <Loaded query={company}>
            {({ company: { name }, products }) => (
              <Asking
                key={companyId}
                companyId={companyId}
                companyName={name}
                products={products}
                productId={productId}
                personId={email === undefined ? undefined : principal.id}
                returnTo={returnTo}
              />
            )}
          </Loaded>
        )
      }
    </Loaded>
  )
}
