import { useEffect } from 'react'
import { assetFacts } from '#shared/protocol/assets.ts'
import { assetsQuery } from '../../net/goods-queries.ts'
import { queryClient } from '../../net/queries.ts'
import { onFact } from '../../net/socket.ts'

/** Follows the company's uploads as the server tells of them; what is finished is read again. */
export const useAssetFacts = () => {
  useEffect(
    () =>
      onFact(assetFacts.assetProgressed, ({ assetId, productId, status }) => {
        const { queryKey } = assetsQuery(productId)
        const known = queryClient.getQueryData(queryKey)
        if (known?.versions.some(({ id }) => id === assetId))
          queryClient.setQueryData(queryKey, {
            versions: known.versions.map((version) =>
              version.id === assetId ? { ...version, status } : version,
            ),
          })
        if (status.state === 'processing' && known) return
        void queryClient.invalidateQueries({ queryKey })
        if (status.state !== 'ready') return
        void queryClient.invalidateQueries({ queryKey: ['product', productId] })
        void queryClient.invalidateQueries({ queryKey: ['company'] })
      }),
    [],
  )
}
