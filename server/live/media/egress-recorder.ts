import path from 'node:path'
import {
  EgressClient,
  type EgressInfo,
  EgressStatus,
  EncodedFileOutput,
  EncodedFileType,
  EncodingOptionsPreset,
  TwirpError,
} from 'livekit-server-sdk'
import type { PageRecorder, PageRecording } from '../../sessions/index.ts'

/** It answers once one of its machines has taken the order; without any the server lets one wait, and people with it. */
const ANSWER_WITHIN_S = 8
const NS_PER_MS = 1_000_000n

const STATES: Readonly<Record<EgressStatus, PageRecording['state']>> = {
  [EgressStatus.EGRESS_STARTING]: 'starting',
  [EgressStatus.EGRESS_ACTIVE]: 'running',
  // Its file is written to its end.
  [EgressStatus.EGRESS_ENDING]: 'running',
  [EgressStatus.EGRESS_COMPLETE]: 'ended',
  [EgressStatus.EGRESS_FAILED]: 'ended',
  [EgressStatus.EGRESS_ABORTED]: 'ended',
  [EgressStatus.EGRESS_LIMIT_REACHED]: 'ended',
}

const recordingOf = ({ status, startedAt, fileResults, error }: EgressInfo): PageRecording => {
  const state = STATES[status]
  const startedNs = fileResults[0]?.startedAt || startedAt
  return {
    state,
    startedAt: state === 'starting' || !startedNs ? undefined : new Date(Number(startedNs / NS_PER_MS)),
    fault:
      state === 'ended' && status !== EgressStatus.EGRESS_COMPLETE
        ? error || EgressStatus[status]
        : undefined,
  }
}

const OVER = new Set(['not_found', 'failed_precondition'])
const isOver = (error: unknown) => error instanceof TwirpError && OVER.has(error.code ?? '')

export interface EgressRecorderOptions {
  /** Of the LiveKit server, `http:` or `https:`. */
  apiUrl: string
  key: string
  secret: string
  /** Absolute, the same here and on the Egress' machines. */
  folder: string
}

/** Records pages with the Egress of a LiveKit server, to MP4 files of 1280 x 720 (H.264, AAC). */
export const createEgressRecorder = ({
  apiUrl,
  key,
  secret,
  folder,
}: EgressRecorderOptions): PageRecorder => {
  const egress = new EgressClient(apiUrl, key, secret, { requestTimeout: ANSWER_WITHIN_S })
  return {
    folder,
    async record(pageUrl, fileName) {
      const file = new EncodedFileOutput({
        fileType: EncodedFileType.MP4,
        filepath: path.join(folder, fileName),
        disableManifest: true,
      })
      const { egressId } = await egress.startWebEgress(
        pageUrl,
        { file },
        { awaitStartSignal: true, encodingOptions: EncodingOptionsPreset.H264_720P_30 },
      )
      return egressId
    },
    async find(egressId) {
      const [info] = await egress.listEgress({ egressId })
      return info && recordingOf(info)
    },
    async stop(egressId) {
      try {
        await egress.stopEgress(egressId)
      } catch (error) {
        if (!isOver(error)) throw error
      }
    },
  }
}
