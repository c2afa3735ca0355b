import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FormattedMessage } from 'react-intl'
import type { AssetEntry } from '#shared/protocol/assets.ts'
import { assetsQuery } from '../../net/goods-queries.ts'
import { resumeInterrupted, useUploads } from '../../net/upload.ts'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { DropZone } from './drop-zone.tsx'
import { ModelReport } from './model-report.tsx'
import { ModelVersions, RetryButton } from './model-versions.tsx'
import { SendingProgress, StepProgress } from './upload-progress.tsx'
import { useAssetFacts } from './use-asset-facts.ts'
import { useNoteSentence } from './use-note-sentence.ts'

const Newest = ({
  productId,
  version,
  hasCurrent,
}: {
  productId: string
  version: AssetEntry
  hasCurrent: boolean
}) => {
  const sentence = useNoteSentence()
  const { status } = version
  if (status.state === 'processing') return <StepProgress fileName={version.fileName} status={status} />
  if (status.state === 'ready') return null
  return (
    <div role="alert">
      <Text fw={600}>
        <FormattedMessage
          id="exhibitor.model.refused"
          defaultMessage="{fileName} could not be used"
          values={{ fileName: version.fileName }}
        />
      </Text>
      <Text maw="78ch" mb="sm">
        {sentence(status.failure)}{' '}
        {hasCurrent && (
          <FormattedMessage
            id="exhibitor.model.previousStays"
            defaultMessage="Visitors go on seeing the previous version."
          />
        )}
      </Text>
      <RetryButton productId={productId} assetId={version.id} />
    </div>
  )
}

/** The 3D model of a product: upload, progress, report, versions. */
export const ModelPanel = ({ productId }: { productId: string }) => {
  useAssetFacts()
  const upload = useUploads(({ byProduct }) => byProduct[productId])
  const assets = useQuery({
    ...assetsQuery(productId),
    // The socket tells each step; this is for when it can't.
    refetchInterval: ({ state }) =>
      state.data?.versions.some(({ status }) => status.state === 'processing') ? 3000 : false,
  })
  useEffect(() => void resumeInterrupted(productId), [productId])
  return (
    <Loaded query={assets}>
      {({ versions }) => {
        const [newest] = versions
        const current = versions.find((version) => version.current)
        const busy = newest?.status.state === 'processing'
        return (
          <Stack gap="xl">
            {current?.status.state === 'ready' && (
              <ModelReport report={current.status.report} variants={current.status.variants} />
            )}
            {newest && <Newest productId={productId} version={newest} hasCurrent={current !== undefined} />}
            {upload ? (
              <SendingProgress productId={productId} upload={upload} />
            ) : (
              !busy && <DropZone productId={productId} first={versions.length === 0} />
            )}
            {versions.length > 0 && <ModelVersions productId={productId} versions={versions} />}
          </Stack>
        )
      }}
    </Loaded>
  )
}
