import { useEffect, useState } from 'react'
import { deviceProblem, openDevice, stopStream, type DeviceKind, type DeviceProblem } from './devices.ts'

export interface DeviceStream {
  stream: MediaStream | undefined
  problem: DeviceProblem | undefined
}

const OFF: DeviceStream = { stream: undefined, problem: undefined }

/** A device's stream for as long as it is wanted; `attempt` opens it anew. */
export const useDeviceStream = (
  kind: DeviceKind,
  wanted: boolean,
  deviceId: string | undefined,
  attempt: number,
): DeviceStream => {
  const [state, setState] = useState(OFF)
  useEffect(() => {
    if (!wanted) {
      setState(OFF)
      return undefined
    }
    let isOver = false
    let opened: MediaStream | undefined
    openDevice(kind, deviceId).then(
      (stream) => {
        opened = stream
        if (isOver) stopStream(stream)
        else setState({ stream, problem: undefined })
      },
      (error: unknown) => {
        if (!isOver) setState({ stream: undefined, problem: deviceProblem(error) })
      },
    )
    return () => {
      isOver = true
      stopStream(opened)
    }
  }, [kind, wanted, deviceId, attempt])
  return state
}
