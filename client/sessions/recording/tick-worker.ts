/** Ticks at the pace that it is told, in milliseconds: the clock of a worker goes on while its page is in the background. */
addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => postMessage(null), data)
})
