import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { useStore } from 'zustand'
import type { Call } from '../../live/call.ts'
import type { CallPicture } from '../../live/call-state.ts'
import { Picture } from '../../live/tile.tsx'
import { productQuery } from '../../net/goods-queries.ts'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { Poster } from '../../ui-kit/poster.tsx'
import classes from './hall.module.css'

/** Asks for the touch that a browser wants before it plays sound. */
export const SoundOn = ({ call }: { call: Call }) => {
  const playsSound = useStore(call.store, (state) => state.playsSound)
  if (playsSound) return null
  return (
    <Button size="xs" variant="default" onClick={() => void call.playSound()}>
      <FormattedMessage id="live.playSound" defaultMessage="Turn the sound on" />
    </Button>
  )
}

const Goods = ({ productId }: { productId: string }) => {
  const local = useLocalText()
  const { data } = useQuery(productQuery(productId))
  if (!data) return null
  return (
    <>
      <Poster product={data} eager />
      <span className={classes.goodsName}>{local(data.name)}</span>
    </>
  )
}

/** What is watched, in the page: the picture, else the still of what is on the stage. */
export const WatchedPicture = ({
  picture,
  goods,
}: {
  picture: CallPicture | undefined
  goods: string | undefined
}) => (
  <div className={classes.picture}>
    {picture?.track ? (
      <Picture picture={picture} />
    ) : goods ? (
      <Goods productId={goods} />
    ) : (
      <p role="status">
        <FormattedMessage
          id="onNow.noPicture"
          defaultMessage="There is no picture on the stage at the moment."
        />
      </p>
    )}
  </div>
)
