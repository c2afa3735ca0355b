/** Calls at an even pace, also while the page is in the background; the answered function ends it. */
export const startTicks = (everyMs: number, onTick: () => void): (() => void) => {
  const worker = new Worker(new URL('./tick-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = onTick
  worker.postMessage(everyMs)
  return () => worker.terminate()
}
