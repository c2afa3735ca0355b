import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { reportToParent } from './server-process.ts'

// What a first attempt looks like: every pose goes to everybody at once, as JSON.
const http = createServer()
const io = new Server(http, { transports: ['websocket'] })
io.on('connection', (socket) => {
  socket.on('pose', (pose: unknown) => socket.broadcast.volatile.emit('pose', pose))
})

reportToParent(http, { promised: () => 0, ticks: () => 0, freeze: () => {} })
http.listen(0, '127.0.0.1')
