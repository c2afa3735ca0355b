import { WebSocket } from 'ws'

export interface EngineSocket {
  readonly socket: WebSocket
  bytesRead(): number
}

/** A socket.io connection over a bare WebSocket, so that one process can hold a thousand of them. */
export const openEngineSocket = (
  port: number,
  onText: (text: string) => void,
  onBinary: (frame: Buffer) => void,
): Promise<EngineSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    })
    let bytesRead = () => 0
    socket.on('upgrade', ({ socket: tcp }) => (bytesRead = () => tcp.bytesRead))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed the connection')))
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return onBinary(data)
      const text = data.toString()
      // engine.io: 0 open, 2 ping; socket.io: 40 connect, 42 event, 43 acknowledgement.
      if (text.startsWith('0')) socket.send('40')
      else if (text === '2') socket.send('3')
      else if (text.startsWith('40')) resolve({ socket, bytesRead: () => bytesRead() })
      else onText(text)
    })
  })
