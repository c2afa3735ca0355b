import { FormattedMessage } from 'react-intl'
import { useStore } from 'zustand'
import type { Call } from '../live/call.ts'
import { PersonTile, ScreenTile } from '../live/tile.tsx'
import type { useGoodsView } from './goods-view.ts'
import { useSessionView } from './session-context.ts'
import { StageGoods } from './stage-goods.tsx'
import { planStage } from './stage-plan.ts'
import classes from './session.module.css'

/** The stage: goods, a screen, the speaker large, or all as a grid. */
export const SessionStage = ({
  call,
  goodsView,
}: {
  call: Call
  goodsView: ReturnType<typeof useGoodsView>
}) => {
  const people = useStore(call.store, (state) => state.people)
  const stage = useSessionView((view) => view.stage)
  const known = useSessionView((view) => view.people)
  const { main, screen, large, tiles, isEmpty } = planStage(stage, people, known)
  return (
    <div className={classes.stage} data-main={main}>
      {main === 'product' && <StageGoods call={call} view={goodsView} />}
      {screen && <ScreenTile key={screen.picture.sid} {...screen} />}
      {large && (
        <ul className={classes.speaker}>
          <PersonTile person={large} />
        </ul>
      )}
      <ul className={classes.tiles} data-count={tiles.length}>
        {tiles.map((person) => (
          <PersonTile key={person.id} person={person} />
        ))}
      </ul>
      {isEmpty && (
        <p className={classes.empty}>
          <FormattedMessage
            id="session.stage.empty"
            defaultMessage="Nobody is on the stage yet. It begins in a moment."
          />
        </p>
      )}
    </div>
  )
}
