import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { assetRoutes, type AssetEntry } from '#shared/protocol/assets.ts'
import { call } from '../../net/api.ts'
import { assetsQuery } from '../../net/goods-queries.ts'
import { queryClient } from '../../net/queries.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { useBytes } from './use-bytes.ts'
import { useNoteSentence } from './use-note-sentence.ts'
import classes from './model-panel.module.css'

const keepVersions = (productId: string, reply: { versions: AssetEntry[] }) => {
  queryClient.setQueryData(assetsQuery(productId).queryKey, reply)
  void queryClient.invalidateQueries({ queryKey: ['product', productId] })
  void queryClient.invalidateQueries({ queryKey: ['company'] })
}

/** Runs a refused file through once more. */
export const RetryButton = ({ productId, assetId }: { productId: string; assetId: string }) => {
  const retry = useMutation({
    mutationFn: () => call(assetRoutes.retryAsset, { params: { productId, assetId } }),
    onSuccess: (reply) => keepVersions(productId, reply),
  })
  return (
    <>
      <Button size="sm" variant="outline" loading={retry.isPending} onClick={() => retry.mutate()}>
        <FormattedMessage id="exhibitor.model.retry" defaultMessage="Try this file again" />
      </Button>
      <ErrorText error={retry.error} />
    </>
  )
}

const Version = ({ productId, version }: { productId: string; version: AssetEntry }) => {
  const bytes = useBytes()
  const sentence = useNoteSentence()
  const use = useMutation({
    mutationFn: () => call(assetRoutes.useAsset, { params: { productId, assetId: version.id } }),
    onSuccess: (reply) => keepVersions(productId, reply),
  })
  const { status } = version
  return (
    <li className={classes.version}>
      <div>
        <FormattedMessage
          id="exhibitor.version.line"
          defaultMessage="Version {version}: {fileName}"
          values={{ version: version.version, fileName: version.fileName }}
        />
        <br />
        <span className={classes.small}>
          <FormattedDate value={version.createdAt} dateStyle="medium" timeStyle="short" /> ·{' '}
          {bytes(version.bytes)}
          {status.state === 'failed' && ` · ${sentence(status.failure)}`}
        </span>
      </div>
      {version.current && (
        <span>
          <FormattedMessage id="exhibitor.version.current" defaultMessage="Visitors see this one" />
        </span>
      )}
      {!version.current && status.state === 'ready' && (
        <Button
          size="sm"
          variant="outline"
          color="ink.9"
          loading={use.isPending}
          onClick={() => use.mutate()}
        >
          <FormattedMessage id="exhibitor.version.use" defaultMessage="Use this version" />
        </Button>
      )}
      <ErrorText error={use.error} />
    </li>
  )
}

/** All uploads of a product, newest first; an earlier one can be put back. */
export const ModelVersions = ({
  productId,
  versions,
}: {
  productId: string
  versions: readonly AssetEntry[]
}) => (
  <details>
    <summary>
      <FormattedMessage
        id="exhibitor.version.count"
        defaultMessage="{count, plural, one {# version} other {# versions}}"
        values={{ count: versions.length }}
      />
    </summary>
    <ol className={classes.notes} reversed>
      {versions.map((version) => (
        <Version key={version.id} productId={productId} version={version} />
      ))}
    </ol>
  </details>
)
