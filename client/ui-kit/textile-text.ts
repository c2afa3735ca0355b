import { useIntl } from 'react-intl'
import type { Composition, Yarn } from '#shared/model/product.ts'
import { neFromTex, nmFromTex } from '#shared/textile/yarn.ts'
import { useTerm, useUnit } from './trade-terms.ts'

/** “98 % cotton, 2 % elastane”, the larger part first as the label law wants it. */
export const useCompositionText = () => {
  const intl = useIntl()
  const term = useTerm()
  return (composition: Composition): string =>
    [...composition]
      .sort((a, b) => b.percent - a.percent)
      .map(({ fibre, percent }) => `${intl.formatNumber(percent)} % ${term('fibre', fibre)}`)
      .join(', ')
}

/** “20 tex (Ne 29.5, Nm 50) × 2, Z 800 turns/m, ring-spun”. */
export const useYarnText = () => {
  const intl = useIntl()
  const term = useTerm()
  const unit = useUnit()
  return ({ tex, plies, twist, twistPerM, spinning }: Yarn): string => {
    const short = (value: number) => intl.formatNumber(value, { maximumSignificantDigits: 3 })
    const count = `${intl.formatNumber(tex)} ${unit('tex')} (Ne ${short(neFromTex(tex))}, Nm ${short(nmFromTex(tex))})`
    const turns = twistPerM === undefined ? '' : `${intl.formatNumber(twistPerM)} ${unit('1/m')}`
    return [
      plies !== undefined && plies > 1 ? `${count} × ${plies}` : count,
      [twist, turns].filter(Boolean).join(' '),
      spinning ? term('spinning', spinning) : '',
    ]
      .filter((part) => part !== '')
      .join(', ')
  }
}
