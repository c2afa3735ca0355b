import { describe, expect, it } from 'vitest'
import { placeStage, STAGE_HEIGHT, STAGE_WIDTH, type Box } from '#client/sessions/recording/stage-boxes.ts'

const isInside = ({ x, y, width, height }: Box) =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= STAGE_WIDTH && y + height <= STAGE_HEIGHT

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('the recorded stage', () => {
  it.each(['speaker', 'product', 'screen', 'grid'] as const)('has room for everybody: %s', (main) => {
    for (let count = 0; count <= 9; count++) {
      const { large, tiles } = placeStage(main, count)
      const boxes = main === 'grid' ? tiles : [large, ...tiles]
      expect(boxes.every(isInside)).toBe(true)
      expect(boxes.some((a, at) => boxes.slice(at + 1).some((b) => overlap(a, b)))).toBe(false)
    }
  })

  it('gives all of it to the goods where nobody is seen', () => {
    expect(placeStage('product', 0).large.width).toBeGreaterThan(placeStage('product', 1).large.width)
  })
})
