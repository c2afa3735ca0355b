// Stands in for a parser that a file has taken over: it keeps the memory it takes and never answers.
const kept: Buffer[] = []
process.on('message', () => {
  setInterval(() => kept.push(Buffer.alloc(16 * 2 ** 20, 1)), 5)
})
process.send?.({ type: 'ready' })
