import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Session } from '#shared/model/programme.ts'
import { hallQuery, fairQuery } from '../net/queries.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import { useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

/** What can be brought on the stage: the goods of the stand, or for a stage in a hall those of its hosts' companies. */
const useGoods = (session: Session) => {
  const { data: fair } = useQuery(fairQuery)
  const { place, hosts } = session
  const stand = fair?.stands.find(({ id }) => place.kind === 'stand' && id === place.standId)
  const hallId = place.kind === 'area' ? place.hallId : stand?.hallId
  const { data } = useQuery({ ...hallQuery(hallId ?? ''), enabled: hallId !== undefined })
  const companies = new Set(hosts.map(({ companyId }) => companyId).filter(Boolean))
  const stands =
    place.kind === 'stand'
      ? data?.stands.filter(({ id }) => id === place.standId)
      : data?.stands.filter(({ company }) => companies.size === 0 || (company && companies.has(company.id)))
  return stands?.flatMap(({ products }) => products)
}

/** Chooses one product for the stage, or two side by side, and the collection to go through. */
export const GoodsPicker = ({ session, onClose }: { session: Session; onClose: () => void }) => {
  const intl = useIntl()
  const local = useLocalText()
  const { act } = useAct()
  const goods = useGoods(session)
  const { collection } = useSessionView(({ stage }) => stage)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const wanted = words.trim().toLocaleLowerCase()
  const found = goods?.filter(({ name }) => local(name).toLocaleLowerCase().includes(wanted)) ?? []
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2))
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      // Its lock writes a style into the page, which our content security policy refuses.
      lockScroll={false}
      closeButtonProps={{
        'aria-label': intl.formatMessage({ id: 'session.pick.close', defaultMessage: 'Close' }),
      }}
      title={intl.formatMessage({ id: 'session.pick.title', defaultMessage: 'Bring goods on the stage' })}
    >
      <TextInput
        data-autofocus
        aria-label={intl.formatMessage({ id: 'session.pick.search', defaultMessage: 'Find goods' })}
        placeholder={intl.formatMessage({ id: 'session.pick.search', defaultMessage: 'Find goods' })}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {goods?.length === 0 && (
        <p className={classes.quiet}>
          <FormattedMessage
            id="session.pick.none"
            defaultMessage="No goods are on show here yet. Put some on the stand first."
          />
        </p>
      )}
      <ul className={classes.pickList}>
        {found.map((product) => (
          <li key={product.id}>
            <UnstyledButton
              className={classes.pick}
              aria-pressed={chosen.includes(product.id)}
              onClick={() => toggle(product.id)}
            >
              <Poster product={product} />
              <span>{local(product.name)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <div className={classes.row}>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            const all = [...new Set([...collection, ...chosen])]
            if (all.length !== collection.length) act({ kind: 'collect', collection: all })
            act({ kind: 'show', goods: chosen })
            onClose()
          }}
        >
          <FormattedMessage
            id="session.pick.show"
            defaultMessage="{count, plural, =2 {Show both side by side} other {Show on the stage}}"
            values={{ count: chosen.length }}
          />
        </Button>
        <Button
          variant="default"
          disabled={found.length === 0}
          onClick={() => {
            const all = found.slice(0, 100).map(({ id }) => id)
            act({ kind: 'collect', collection: all })
            act({ kind: 'show', goods: all.slice(0, 1) })
            onClose()
          }}
        >
          <FormattedMessage id="session.pick.all" defaultMessage="Go through all of these" />
        </Button>
      </div>
    </Modal>
  )
}
