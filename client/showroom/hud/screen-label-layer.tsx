import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { ScreenLabels } from '../state/screen-labels.ts'

/** Labels over the picture: the scene says where, this moves their elements without rendering. */
export function ScreenLabelLayer({ source, kind }: { source: ScreenLabels; kind: 'name' | 'dimension' }) {
  const intl = useIntl()
  const layer = useRef<HTMLDivElement>(null)
  const unit =
    kind === 'dimension' ? ` ${intl.formatMessage({ id: 'showroom.unit.cm', defaultMessage: 'cm' })}` : ''

  useEffect(() => {
    // Kept here: an element tells its colour in other words than it was given.
    const colours: string[] = []
    source.onPlaced = () => {
      const elements = layer.current?.children
      if (!elements) return
      source.labels.forEach((label, at) => {
        const element = elements[at]
        if (!(element instanceof HTMLElement)) return
        const opacity = label.opacity.toFixed(2)
        if (element.style.opacity !== opacity) element.style.opacity = opacity
        if (label.opacity === 0) return
        const text = label.text + unit
        if (element.textContent !== text) element.textContent = text
        if (colours[at] !== label.colour) {
          colours[at] = label.colour
          element.style.borderInlineStartColor = label.colour
        }
        element.style.transform = `translate(${label.xPx.toFixed(1)}px, ${label.yPx.toFixed(1)}px) translate(-50%, -50%)`
      })
    }
    return () => {
      source.onPlaced = null
    }
  }, [source, unit])

  // Names are in the list of visitors for those who don't see the picture.
  return (
    <div ref={layer} className="fl-labels" aria-hidden>
      {source.labels.map((_, at) => (
        <div key={at} className={`fl-label fl-label-${kind}`} />
      ))}
    </div>
  )
}
