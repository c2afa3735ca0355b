import { Button, Group, Progress, Text } from '@mantine/core'
import { FormattedMessage, useIntl } from 'react-intl'
import { ASSET_STEPS, type AssetState } from '#shared/model/asset.ts'
import { cancelUpload, dismissUpload, type ModelUpload } from '../../net/upload.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { useBytes } from './use-bytes.ts'
import classes from './model-panel.module.css'

/** A file on its way, by bytes. */
export const SendingProgress = ({ productId, upload }: { productId: string; upload: ModelUpload }) => {
  const intl = useIntl()
  const bytes = useBytes()
  if (upload.state === 'failed')
    return (
      <>
        <ErrorText error={upload.error} />
        <Button mt="sm" size="sm" variant="outline" onClick={() => dismissUpload(productId)}>
          <FormattedMessage id="exhibitor.upload.again" defaultMessage="Choose a file again" />
        </Button>
      </>
    )
  const percent = upload.totalBytes > 0 ? (upload.sentBytes / upload.totalBytes) * 100 : 0
  return (
    <div>
      <Text mb="xs">
        <FormattedMessage
          id="exhibitor.upload.sending"
          defaultMessage="{fileName}: {sent} of {total}"
          values={{
            fileName: upload.fileName,
            sent: bytes(upload.sentBytes),
            total: bytes(upload.totalBytes),
          }}
        />
      </Text>
      <Progress.Root size="md" radius={0}>
        <Progress.Section
          value={percent}
          color="indigo"
          aria-label={intl.formatMessage({ id: 'exhibitor.upload.progress', defaultMessage: 'Upload' })}
        />
      </Progress.Root>
      <Group mt="sm" justify="space-between">
        <Text size="sm" role="status">
          {upload.state === 'waiting' ? (
            <FormattedMessage
              id="exhibitor.upload.waiting"
              defaultMessage="The line is lost. The upload goes on by itself when it is back."
            />
          ) : (
            <FormattedMessage
              id="exhibitor.upload.goOn"
              defaultMessage="You can go on working; keep this window open."
            />
          )}
        </Text>
        <Button size="sm" variant="subtle" color="indigo" px={0} onClick={() => void cancelUpload(productId)}>
          <FormattedMessage id="exhibitor.upload.cancel" defaultMessage="Stop the upload" />
        </Button>
      </Group>
    </div>
  )
}

type Processing = Extract<AssetState, { state: 'processing' }>

/** How much of all steps is done, 0 to 1. Steps count alike: their true lengths differ from file to file. */
export const shareDone = ({ step, share }: Processing): number =>
  (ASSET_STEPS.indexOf(step) + share) / ASSET_STEPS.length

/** A model in work, step by step. */
export const StepProgress = ({ fileName, status }: { fileName: string; status: Processing }) => {
  const intl = useIntl()
  const term = useTerm()
  const at = ASSET_STEPS.indexOf(status.step)
  return (
    <div>
      <Text mb="xs" role="status">
        <FormattedMessage
          id="exhibitor.process.now"
          defaultMessage="{fileName}: {step}"
          values={{ fileName, step: term('step', status.step) }}
        />
      </Text>
      <Progress.Root size="md" radius={0}>
        <Progress.Section
          value={shareDone(status) * 100}
          color="indigo"
          aria-label={intl.formatMessage({ id: 'exhibitor.process.progress', defaultMessage: 'Processing' })}
        />
      </Progress.Root>
      <ol className={classes.steps}>
        {ASSET_STEPS.map((step, index) => (
          <li
            key={step}
            className={index < at ? classes.done : index === at ? classes.current : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {term('step', step)}
          </li>
        ))}
      </ol>
    </div>
  )
}
