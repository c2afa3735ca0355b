import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { onlineManager } from '@tanstack/react-query'
import classes from './line-notice.module.css'

/** Says when the line is gone; everything goes on by itself once it is back. */
export const LineNotice = () => {
  const [online, setOnline] = useState(onlineManager.isOnline())
  useEffect(() => onlineManager.subscribe(setOnline), [])
  return (
    <div role="status">
      {!online && (
        <p className={classes.notice}>
          <FormattedMessage
            id="line.gone"
            defaultMessage="The connection is gone. What you write is kept and sent as soon as it is back."
          />
        </p>
      )}
    </div>
  )
}
