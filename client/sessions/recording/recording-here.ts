import { createStore } from 'zustand/vanilla'

/** Whether this page records: what is drawn on it is then what everybody sees later. */
export const recordingHere = createStore<{ isOn: boolean }>(() => ({ isOn: false }))
