import { useEffect, useRef, useState } from 'react'
import { makeBlur } from './blur/blur.ts'
import { createCall, type Call } from './call.ts'
import { recallDevices, type DeviceChoice } from './devices.ts'
import { isPassing, ticketFor } from './live-queries.ts'
import type { Reception } from './reception.ts'

/**
 * A call for as long as `choice` is there; devices are switched on once it is joined. Where a `reception` is given
 * nothing is received that it does not name.
 */
export const useCall = (
  room: string,
  choice: DeviceChoice | undefined,
  reception?: Reception,
): Call | undefined => {
  const [call, setCall] = useState<Call>()
  const devices = useRef(choice)
  devices.current = choice
  const isWanted = choice !== undefined
  const isSelective = reception !== undefined
  useEffect(() => {
    if (!isWanted) return undefined
    const made = createCall({ ticket: ticketFor(room), isPassing, isSelective })
    // Whoever chose it during an earlier call has it in this one too.
    if (devices.current?.wantsBlur || recallDevices().wantsBlur) void made.processCamera(makeBlur)
    setCall(made)
    const stop = made.store.subscribe(({ phase, grant }) => {
      const wishes = devices.current
      if (phase.name !== 'live' || !wishes) return
      // Once: afterwards the devices are as their owner leaves them.
      stop()
      const { speaker } = wishes
      if (speaker) void made.useDevice('audiooutput', speaker).catch(() => undefined)
      if (wishes.wantsMicrophone && grant?.microphone)
        void made.setMicrophone(true, wishes.microphone).catch(() => undefined)
      if (wishes.wantsCamera && grant?.camera) void made.setCamera(true, wishes.camera).catch(() => undefined)
    })
    return () => {
      stop()
      void made.leave()
      setCall(undefined)
    }
  }, [room, isWanted, isSelective])
  useEffect(() => {
    if (reception) call?.receive(reception)
  }, [call, reception])
  return call
}
