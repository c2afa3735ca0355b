import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChevronLeft, IconChevronRight, IconEraser, IconMailQuestion, IconX } from '@tabler/icons-react'
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { GoodsPoint, StagePose } from '#shared/model/live-session.ts'
import { productQuery } from '../net/goods-queries.ts'
import { newId } from '../net/new-id.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import { useSessionLink, useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

const GoodsStage = lazy(() =>
  import('../showroom/goods-stage.tsx').then(({ GoodsStage: component }) => ({ default: component })),
)

type Tool = 'turn' | 'laser' | 'draw'
type Light = 'hall' | 'raking' | 'evaluation'

/** The presenter's latest pose, kept past React. */
const usePose = (): RefObject<StagePose | null> => {
  const link = useSessionLink()
  const pose = useRef<StagePose | null>(null)
  useEffect(
    () =>
      link.onPosed((next) => {
        pose.current = next
      }),
    [link],
  )
  return pose
}

const One = ({
  productId,
  hand,
  tool,
  pose,
}: {
  productId: string
  hand: 'present' | 'follow' | 'free'
  tool: Tool
  pose: RefObject<StagePose | null>
}) => {
  const intl = useIntl()
  const local = useLocalText()
  const link = useSessionLink()
  const { act } = useAct()
  const { data } = useQuery(productQuery(productId))
  const { light, marks } = useSessionView(({ stage }) => stage)
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const onPose = useCallback((next: StagePose) => void link.pose(next), [link])
  const onDraw = useCallback(
    (points: GoodsPoint[]) => act({ kind: 'mark', mark: { id: newId(), colour: 'madder', points } }),
    [act],
  )
  if (!data) return <div className={classes.goods} />
  const product = data
  const name = local(product.name)
  return (
    <figure className={classes.goods} data-goods={productId}>
      {state !== 'ready' && (
        <div className={classes.goodsPoster}>
          <Poster product={product} eager />
        </div>
      )}
      {product.variants.length > 0 && (
        <Suspense>
          <GoodsStage
            variants={product.variants}
            label={intl.formatMessage(
              { id: 'session.goods.view', defaultMessage: '{name} in 3D, as it is shown on the stage' },
              { name },
            )}
            light={light}
            hand={hand}
            tool={tool}
            pose={pose}
            onPosed={link.onPosed}
            marks={marks}
            onPose={onPose}
            onDraw={onDraw}
            onState={setState}
          />
        </Suspense>
      )}
      <figcaption className={classes.goodsName}>
        <Link to={`/products/${productId}`} target="_blank">
          {name}
        </Link>
        <Button
          component={Link}
          to={`/companies/${product.companyId}/enquiry?product=${productId}`}
          target="_blank"
          size="compact-sm"
          variant="default"
          leftSection={<IconMailQuestion size={16} />}
        >
          <FormattedMessage id="session.goods.ask" defaultMessage="Ask for it" />
        </Button>
      </figcaption>
    </figure>
  )
}

const PresenterTools = ({ tool, onTool }: { tool: Tool; onTool: (tool: Tool) => void }) => {
  const intl = useIntl()
  const { act } = useAct()
  const { light, marks, goods, collection } = useSessionView(({ stage }) => stage)
  const at = collection.indexOf(goods[0] ?? '')
  const step = (by: 1 | -1) => {
    const next = collection[(at + by + collection.length) % collection.length]
    if (next) act({ kind: 'show', goods: [next] })
  }
  const label = {
    before: intl.formatMessage({ id: 'session.goods.before', defaultMessage: 'The one before' }),
    next: intl.formatMessage({ id: 'session.goods.next', defaultMessage: 'The next one' }),
    light: intl.formatMessage({ id: 'session.goods.light', defaultMessage: 'Light' }),
    tool: intl.formatMessage({ id: 'session.goods.tool', defaultMessage: 'What the pointer does' }),
  }
  return (
    <div className={classes.goodsTools}>
      {collection.length > 1 && (
        <>
          <ActionIcon size={36} variant="default" aria-label={label.before} onClick={() => step(-1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon size={36} variant="default" aria-label={label.next} onClick={() => step(1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </>
      )}
      <SegmentedControl
        size="sm"
        aria-label={label.tool}
        value={tool}
        onChange={(value) => onTool(value)}
        data={[
          { value: 'turn', label: intl.formatMessage({ id: 'session.goods.turn', defaultMessage: 'Turn' }) },
          {
            value: 'laser',
            label: intl.formatMessage({ id: 'session.goods.point', defaultMessage: 'Point' }),
          },
          { value: 'draw', label: intl.formatMessage({ id: 'session.goods.draw', defaultMessage: 'Draw' }) },
        ]}
      />
      {marks.length > 0 && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconEraser size={16} />}
          onClick={() => act({ kind: 'unmark', markId: null })}
        >
          <FormattedMessage id="session.goods.erase" defaultMessage="Erase lines" />
        </Button>
      )}
      <SegmentedControl
        size="sm"
        aria-label={label.light}
        value={light}
        onChange={(value: Light) => act({ kind: 'light', light: value })}
        data={[
          { value: 'hall', label: intl.formatMessage({ id: 'session.light.hall', defaultMessage: 'Hall' }) },
          {
            value: 'raking',
            label: intl.formatMessage({ id: 'session.light.raking', defaultMessage: 'From the side' }),
          },
          {
            value: 'evaluation',
            label: intl.formatMessage({ id: 'session.light.evaluation', defaultMessage: 'Neutral' }),
          },
        ]}
      />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconX size={16} />}
        onClick={() => act({ kind: 'show', goods: [] })}
      >
        <FormattedMessage id="session.goods.away" defaultMessage="Take it off the stage" />
      </Button>
    </div>
  )
}

/** The goods on the stage: the presenter turns them for all; anyone else may look freely and come back. */
export const StageGoods = () => {
  const { goods, presenter } = useSessionView(({ stage }) => stage)
  const me = useSessionView(({ me: own }) => own)
  const { act } = useAct()
  const presents = presenter === me.personId
  const mayPresent = me.mayModerate || me.role === 'speaker'
  const [isFree, setIsFree] = useState(false)
  const [tool, setTool] = useState<Tool>('turn')
  const pose = usePose()
  const hand = presents ? 'present' : isFree ? 'free' : 'follow'
  return (
    <div className={classes.goodsStage} data-count={goods.length}>
      <div className={classes.goodsPair}>
        {goods.map((productId) => (
          <One key={productId} productId={productId} hand={hand} tool={tool} pose={pose} />
        ))}
      </div>
      {presents ? (
        <PresenterTools tool={tool} onTool={setTool} />
      ) : (
        <div className={classes.goodsTools}>
          <Button
            size="sm"
            variant={isFree ? 'filled' : 'default'}
            color="indigo"
            aria-pressed={isFree}
            onClick={() => setIsFree(!isFree)}
          >
            {isFree ? (
              <FormattedMessage id="session.goods.back" defaultMessage="Back to the host’s view" />
            ) : (
              <FormattedMessage id="session.goods.free" defaultMessage="Look freely" />
            )}
          </Button>
          {mayPresent && (
            <Button size="sm" variant="default" onClick={() => act({ kind: 'present' })}>
              <FormattedMessage id="session.goods.present" defaultMessage="Show it myself" />
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
