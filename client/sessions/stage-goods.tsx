import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChevronLeft, IconChevronRight, IconEraser, IconMailQuestion, IconX } from '@tabler/icons-react'
import { lazy, type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import type { ProductCard } from '#shared/model/cards.ts'
import type { GoodsPoint, StagePose } from '#shared/model/live-session.ts'
import type { Call } from '../live/call.ts'
import { Picture } from '../live/tile.tsx'
import { productQuery } from '../net/goods-queries.ts'
import { newId } from '../net/new-id.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import type { useGoodsView } from './goods-view.ts'
import { recordingHere } from './recording/recording-here.ts'
import { useSessionLink, useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

const messages = defineMessages({
  recorded: {
    id: 'session.goods.recorded',
    defaultMessage: 'While you record, you see the host’s view: it is what the recording shows.',
  },
})

const GoodsStage = lazy(() =>
  import('../showroom/goods-stage.tsx').then(({ GoodsStage: component }) => ({ default: component })),
)

type Tool = 'turn' | 'laser' | 'draw'
type ShownProduct = Pick<ProductCard, 'id' | 'name' | 'variants'>
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

interface ShownProps {
  product: ShownProduct
  hand: 'present' | 'follow' | 'free'
  tool: Tool
  pose: RefObject<StagePose | null>
  call: Call | undefined
}

const Still = ({ product }: Pick<ShownProps, 'product'>) => (
  <div className={classes.goodsPoster}>
    <Poster product={product} eager />
  </div>
)

/** Drawn here; who presents sends a picture of it to those who don't draw. */
const InDepth = ({ product, hand, tool, pose, call }: ShownProps) => {
  const intl = useIntl()
  const local = useLocalText()
  const link = useSessionLink()
  const { act } = useAct()
  const { light, marks } = useSessionView(({ stage }) => stage)
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const { id, variants } = product
  const onPose = useCallback((next: StagePose) => void link.pose(next), [link])
  const onDraw = useCallback(
    (points: GoodsPoint[]) => act({ kind: 'mark', mark: { id: newId(), colour: 'madder', points } }),
    [act],
  )
  const onPicture = useMemo(
    () => call && ((picture: MediaStreamTrack) => call.showGoods(id, picture)),
    [call, id],
  )
  return (
    <>
      {state !== 'ready' && <Still product={product} />}
      {variants.length > 0 && (
        <Suspense>
          <GoodsStage
            variants={variants}
            label={intl.formatMessage(
              { id: 'session.goods.view', defaultMessage: '{name} in 3D, as it is shown on the stage' },
              { name: local(product.name) },
            )}
            light={light}
            hand={hand}
            tool={tool}
            pose={pose}
            onPosed={link.onPosed}
            marks={marks}
            onPose={onPose}
            onDraw={onDraw}
            onPicture={onPicture}
            onState={setState}
          />
        </Suspense>
      )}
    </>
  )
}

/** As the presenter sends it; its still while nobody does. */
const AsPicture = ({ product, call }: { product: ShownProduct; call: Call }) => {
  const intl = useIntl()
  const local = useLocalText()
  const people = useStore(call.store, (state) => state.people)
  const presenter = useSessionView(({ stage }) => stage.presenter)
  const picture = people
    .find(({ id }) => id === presenter)
    ?.goods.find(({ productId }) => productId === product.id)
  if (!picture?.track) return <Still product={product} />
  return (
    <div
      className={classes.goodsPicture}
      role="img"
      aria-label={intl.formatMessage(
        {
          id: 'session.goods.picture',
          defaultMessage: 'Live picture of {name}, as it is shown on the stage',
        },
        { name: local(product.name) },
      )}
    >
      <Picture picture={picture} />
    </div>
  )
}

const One = ({
  productId,
  isPicture,
  ...shown
}: Omit<ShownProps, 'product'> & { productId: string; isPicture: boolean }) => {
  const local = useLocalText()
  const { call } = shown
  const { data: product } = useQuery(productQuery(productId))
  if (!product) return <div className={classes.goods} />
  return (
    <figure className={classes.goods} data-goods={productId}>
      {isPicture && call ? (
        <AsPicture product={product} call={call} />
      ) : (
        <InDepth product={product} {...shown} />
      )}
      <figcaption className={classes.goodsName}>
        <Link to={`/products/${productId}`} target="_blank">
          {local(product.name)}
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
export const StageGoods = ({ call, view }: { call?: Call; view: ReturnType<typeof useGoodsView> }) => {
  const { goods, presenter } = useSessionView(({ stage }) => stage)
  const me = useSessionView(({ me: own }) => own)
  const { act } = useAct()
  const presents = presenter === me.personId
  const mayPresent = me.mayModerate || me.role === 'speaker'
  const intl = useIntl()
  const [isFree, setIsFree] = useState(false)
  const [tool, setTool] = useState<Tool>('turn')
  const pose = usePose()
  // A recording has the presenter's view, not that of whoever records.
  const isRecording = useStore(recordingHere, ({ isOn }) => isOn)
  const looksFreely = isFree && !isRecording
  const hand = presents ? 'present' : looksFreely ? 'free' : 'follow'
  // Who presents turns them, and sends the picture.
  const isPicture = view.isPicture && !(presents && view.canDraw)
  return (
    <div className={classes.goodsStage} data-count={goods.length}>
      <div className={classes.goodsPair}>
        {goods.map((productId) => (
          <One key={productId} {...{ productId, hand, tool, pose, call, isPicture }} />
        ))}
      </div>
      {presents ? (
        <PresenterTools tool={tool} onTool={setTool} />
      ) : (
        <div className={classes.goodsTools}>
          {!isPicture && (
            <Button
              size="sm"
              variant={looksFreely ? 'filled' : 'default'}
              color="indigo"
              aria-pressed={looksFreely}
              disabled={isRecording}
              title={isRecording ? intl.formatMessage(messages.recorded) : undefined}
              onClick={() => setIsFree(!isFree)}
            >
              {looksFreely ? (
                <FormattedMessage id="session.goods.back" defaultMessage="Back to the host’s view" />
              ) : (
                <FormattedMessage id="session.goods.free" defaultMessage="Look freely" />
              )}
            </Button>
          )}
          {call && view.canDraw && (
            <Button size="sm" variant="default" onClick={() => view.choose(!isPicture)}>
              {isPicture ? (
                <FormattedMessage id="session.goods.inDepth" defaultMessage="In 3D" />
              ) : (
                <FormattedMessage id="session.goods.asPicture" defaultMessage="As a picture" />
              )}
            </Button>
          )}
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
