import { useQuery } from '@tanstack/react-query'
import { productQuery } from '../net/goods-queries.ts'
import { useLocalText } from '../ui-kit/local-text.ts'

export const ProductName = ({ productId }: { productId: string }) => {
  const local = useLocalText()
  const { data } = useQuery(productQuery(productId))
  return data ? local(data.name) : '…'
}
