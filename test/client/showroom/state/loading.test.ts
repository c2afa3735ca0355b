import { describe, expect, it } from 'vitest'
import { createLoadQueue } from '#client/showroom/state/load-queue.ts'
import { createModelCache } from '#client/showroom/state/model-cache.ts'

/** A queue whose loads the test ends by hand. */
function buildQueue(concurrency: number) {
  const started: string[] = []
  const aborted: string[] = []
  const loaded: string[] = []
  const failed: string[] = []
  const open = new Map<string, { finish: (value: string) => void; fail: (error: Error) => void }>()
  const queue = createLoadQueue<string>({
    concurrency,
    load: (url, signal) =>
      new Promise((resolve, reject) => {
        started.push(url)
        open.set(url, { finish: resolve, fail: reject })
        signal.addEventListener('abort', () => {
          aborted.push(url)
          reject(new Error('aborted'))
        })
      }),
    onLoaded: (url) => loaded.push(url),
    onFailed: (url) => failed.push(url),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { queue, started, aborted, loaded, failed, open, settle }
}

describe('the loading queue', () => {
  it('starts the most urgent first, a few at a time', async () => {
    const { queue, started, open, settle } = buildQueue(2)
    queue.want([{ url: 'c', priority: 9 }, { url: 'a', priority: 1 }, { url: 'b', priority: 4 }]) // prettier-ignore
    expect(started).toEqual(['a', 'b'])
    open.get('a')?.finish('A')
    await settle()
    expect(started).toEqual(['a', 'b', 'c'])
  })

  it('aborts what is no longer wished for and goes on with the rest', async () => {
    const { queue, started, aborted, loaded, settle, open } = buildQueue(1)
    queue.want([{ url: 'left', priority: 1 }])
    queue.want([{ url: 'next', priority: 1 }])
    await settle()
    expect(aborted).toEqual(['left'])
    expect(started).toEqual(['left', 'next'])
    open.get('next')?.finish('N')
    await settle()
    expect(loaded).toEqual(['next'])
  })

  it('tries again once, then says that it failed and leaves it', async () => {
    const { queue, started, failed, settle, open } = buildQueue(1)
    for (let round = 0; round < 4; round++) {
      queue.want([{ url: 'bad', priority: 1 }])
      open.get('bad')?.fail(new Error('404'))
      await settle()
    }
    expect(started).toEqual(['bad', 'bad'])
    expect(failed).toEqual(['bad'])
  })

  it('does not load twice what is already on its way', () => {
    const { queue, started } = buildQueue(3)
    queue.want([{ url: 'a', priority: 1 }])
    queue.want([{ url: 'a', priority: 2 }])
    expect(started).toEqual(['a'])
  })

  it('loads once what several places wish for', async () => {
    const { queue, started, settle, open } = buildQueue(1)
    queue.want([{ url: 'a', priority: 3 }, { url: 'b', priority: 2 }, { url: 'a', priority: 1 }]) // prettier-ignore
    open.get('a')?.finish('A')
    await settle()
    open.get('b')?.finish('B')
    await settle()
    expect(started).toEqual(['a', 'b'])
  })

  it('ends everything when closed', async () => {
    const { queue, aborted, loaded, settle } = buildQueue(1)
    queue.want([{ url: 'a', priority: 1 }, { url: 'b', priority: 2 }]) // prettier-ignore
    queue.close()
    await settle()
    expect(aborted).toEqual(['a'])
    expect(loaded).toEqual([])
  })
})

describe('the model cache', () => {
  it('lets go of what was not used for longest, but of nothing in use', () => {
    const disposed: string[] = []
    const cache = createModelCache<string>(250, (value) => disposed.push(value))
    cache.set('a', 'A', 100)
    cache.set('b', 'B', 100)
    cache.set('c', 'C', 100)
    cache.get('a')
    cache.trim((url) => url === 'b')
    expect(disposed).toEqual(['C'])
    expect(cache.bytes).toBe(200)
  })

  it('frees the old model when a new one takes its place, and all at the end', () => {
    const disposed: string[] = []
    const cache = createModelCache<string>(1000, (value) => disposed.push(value))
    cache.set('a', 'old', 10)
    cache.set('a', 'new', 20)
    expect(disposed).toEqual(['old'])
    cache.clear()
    expect(disposed).toEqual(['old', 'new'])
    expect(cache.bytes).toBe(0)
  })
})
