import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { writeViewLink } from '../state/view-link.ts'
import type { Visit } from '../state/visit.ts'

/** A link to what one sees now, to copy or to hand to the device's own share sheet. */
export function SharePanel({ visit, title }: { visit: Visit; title: string }) {
  const intl = useIntl()
  const clipboard = useClipboard({ timeout: 2500 })
  // As it was when the panel was opened: walking on does not change what one meant to show.
  const [url] = useState(() => `${location.origin}${location.pathname}${writeViewLink(visit)}`)
  return (
    <div className="fl-share">
      <p className="fl-quiet">
        <FormattedMessage
          id="showroom.share.lede"
          defaultMessage="Whoever opens this link stands where you stand now and sees what you see."
        />
      </p>
      <TextInput
        size="sm"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        label={intl.formatMessage({ id: 'showroom.share.link', defaultMessage: 'Link to this view' })}
      />
      <Button
        fullWidth
        size="sm"
        mt="sm"
        leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        onClick={() => clipboard.copy(url)}
      >
        {clipboard.copied ? (
          <FormattedMessage id="showroom.share.copied" defaultMessage="Copied" />
        ) : (
          <FormattedMessage id="showroom.share.copy" defaultMessage="Copy the link" />
        )}
      </Button>
      {'share' in navigator && (
        <Button
          fullWidth
          size="sm"
          mt="xs"
          variant="default"
          leftSection={<IconShare size={16} />}
          // Rejects where the visitor closes the sheet: nothing to tell.
          onClick={() => void navigator.share({ title, url }).catch(() => undefined)}
        >
          <FormattedMessage id="showroom.share.more" defaultMessage="Share by…" />
        </Button>
      )}
    </div>
  )
}
