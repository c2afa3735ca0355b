import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { chatCommands } from '#shared/protocol/chat.ts'
import type { CommandSpec, RouteCall } from '#shared/protocol/define.ts'
import type { routes } from '#shared/protocol/index.ts'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import type { sessionCommands } from '#shared/protocol/sessions.ts'
import type { showroomCommands } from '#shared/protocol/showroom.ts'
import { twillDraft } from '../support/products.ts'
import { talkDraft } from '../support/programme.ts'

/** What a cell of the matrix is about: the things of one company, and others that belong to the fair. */
export interface Things {
  hallId: string
  companyId: string
  standId: string
  productId: string
  /** What a buyer asked this company. */
  enquiryId: string
  /** A session at this company's stand. */
  sessionId: string
  /** Somebody whose role may be changed. */
  userId: string
  takenSlug: string
  setupCode: string
}

export type RouteSamples = { [K in keyof typeof routes]: (things: Things) => RouteCall<(typeof routes)[K]> }

type Samples<G extends Record<string, CommandSpec>> = {
  [K in keyof G]: (things: Things) => z.input<G[K]['body']>
}
export interface CommandSamples {
  chat: Samples<typeof chatCommands>
  session: Samples<typeof sessionCommands>
  showroom: Samples<typeof showroomCommands>
}

const profile = {
  name: 'A mill',
  country: 'UZ',
  city: '',
  address: '',
  website: '' as const,
  languages: [],
  founded: null,
  story: { en: 'A mill.' },
}

/** One valid input for each route: a new row without one doesn't compile. */
export const routeSamples: RouteSamples = {
  getMe: () => ({}),
  nameGuest: () => ({ body: { name: 'Lola' } }),
  chooseLanyard: () => ({ body: { comesAs: 'press' } }),
  claimInstallation: ({ setupCode }) => ({ body: { code: setupCode } }),
  listPeople: () => ({}),
  setPersonRole: ({ userId }) => ({ params: { userId }, body: { fairRole: 'host', suspended: false } }),
  getFair: () => ({}),
  getHall: ({ hallId }) => ({ params: { hallId } }),
  getStand: ({ standId }) => ({ params: { standId } }),
  saveLayout: ({ standId }) => ({ params: { standId }, body: { baseVersion: 0, layout: { slots: [] } } }),
  listLayouts: ({ standId }) => ({ params: { standId } }),
  restoreLayout: ({ standId }) => ({ params: { standId, version: 1 } }),
  setDoor: ({ standId }) => ({ params: { standId }, body: { door: 'open', capacity: 33 } }),
  inviteToStand: ({ standId }) => ({ params: { standId }, body: { email: 'buyer@example.test' } }),
  saveFair: () => ({
    body: {
      name: { en: 'The fair' },
      tagline: { en: 'Textiles' },
      opensAt: '2026-11-01T06:00:00.000Z',
      closesAt: '2026-11-30T16:00:00.000Z',
    },
  }),
  createHall: () => ({
    body: {
      slug: `hall-${randomUUID().slice(0, 8)}`,
      name: 'Another hall',
      widthM: 20,
      depthM: 20,
      entrance: { xM: 0, zM: 9, headingDeg: 0 },
      aisles: [],
    },
  }),
  createStand: ({ hallId }) => ({
    params: { hallId },
    body: {
      number: 'Z1',
      place: { xM: 15, zM: -10, widthM: 3, depthM: 3, shape: 'row', areaM2: 9, headingDeg: 0 },
    },
  }),
  assignStand: ({ standId, companyId }) => ({ params: { standId }, body: { companyId } }),
  listCompanies: () => ({}),
  createCompany: ({ takenSlug }) => ({ body: { ...profile, slug: takenSlug } }),
  getCompany: ({ companyId }) => ({ params: { companyId } }),
  saveCompany: ({ companyId }) => ({ params: { companyId }, body: profile }),
  createProduct: ({ companyId }) => ({ params: { companyId }, body: { ...twillDraft(), id: randomUUID() } }),
  getProduct: ({ productId }) => ({ params: { productId } }),
  saveProduct: ({ productId }) => ({ params: { productId }, body: { ...twillDraft(), baseRevision: 1 } }),
  publishProduct: ({ productId }) => ({ params: { productId }, body: { published: true } }),
  listAssets: ({ productId }) => ({ params: { productId } }),
  useAsset: ({ productId }) => ({ params: { productId, assetId: randomUUID() } }),
  retryAsset: ({ productId }) => ({ params: { productId, assetId: randomUUID() } }),
  listMessages: ({ standId }) => ({ params: { standId } }),
  removeMessage: ({ standId }) => ({ params: { standId, messageId: randomUUID() } }),
  listSessions: () => ({}),
  createSession: ({ standId }) => ({ body: { id: randomUUID(), draft: talkDraft(standId) } }),
  createStandSession: ({ standId }) => ({
    params: { standId },
    body: { id: randomUUID(), draft: talkDraft(standId), state: 'draft' },
  }),
  changeSession: ({ sessionId, standId }) => ({
    params: { sessionId },
    body: { baseRevision: 0, draft: talkDraft(standId) },
  }),
  setSessionState: ({ sessionId }) => ({ params: { sessionId }, body: { state: 'planned' } }),
  listInvitations: ({ sessionId }) => ({ params: { sessionId } }),
  invite: ({ sessionId }) => ({
    params: { sessionId },
    body: {
      people: [{ email: 'clara@example.test', name: 'Clara' }],
      role: 'attendee',
      channel: null,
      language: 'en',
    },
  }),
  withdrawInvitation: ({ sessionId }) => ({ params: { sessionId, invitationId: randomUUID() } }),
  wishReminder: ({ sessionId }) => ({ params: { sessionId }, body: { on: true } }),
  listOwnInvitations: () => ({}),
  muteVisitor: ({ standId }) => ({ params: { standId, visitorId: 'guest:someone' }, body: { minutes: 5 } }),
  readRoom: ({ standId }) => ({ params: { room: `stand~${standId}` } }),
  joinRoom: ({ standId }) => ({ params: { room: `stand~${standId}` } }),
  watchSession: ({ sessionId }) => ({ params: { sessionId } }),
  muteRoom: ({ standId }) => ({ params: { room: `stand~${standId}` } }),
  restrictPerson: ({ standId }) => ({
    params: { room: `stand~${standId}`, personId: 'guest:someone' },
    body: { restriction: 'silenced' },
  }),
  listOnNow: () => ({}),
  getLiveSession: ({ sessionId }) => ({ params: { sessionId } }),
  holdSession: ({ sessionId }) => ({ params: { sessionId }, body: USUAL_SETTINGS }),
  copySession: ({ sessionId }) => ({
    params: { sessionId },
    body: { id: randomUUID(), startsAt: '2026-11-20T09:00:00.000Z' },
  }),
  readAttendance: ({ sessionId }) => ({ params: { sessionId } }),
  readSessionLog: ({ sessionId }) => ({ params: { sessionId } }),
  getPlayback: ({ sessionId }) => ({ params: { sessionId } }),
  beginRecording: ({ sessionId }) => ({ params: { sessionId }, body: { recordingId: randomUUID() } }),
  visitStage: ({ sessionId }) => ({
    params: { sessionId, recordingId: randomUUID() },
    query: { ticket: 'none' },
  }),
  publishSession: ({ sessionId }) => ({ params: { sessionId }, body: { on: true } }),
  playRecording: ({ sessionId }) => ({ params: { sessionId, recordingId: randomUUID() } }),
  keepRecording: ({ sessionId }) => ({
    params: { sessionId, recordingId: randomUUID() },
    body: { keepDays: 30 },
  }),
  prepareRecording: ({ sessionId }) => ({ params: { sessionId, recordingId: randomUUID() } }),
  removeRecording: ({ sessionId }) => ({ params: { sessionId, recordingId: randomUUID() } }),
  readCaptions: ({ sessionId }) => ({ params: { sessionId, recordingId: randomUUID(), language: 'en' } }),
  saveCaptions: ({ sessionId }) => ({
    params: { sessionId, recordingId: randomUUID(), language: 'en' },
    body: { text: 'WEBVTT', origin: 'file' },
  }),
  removeCaptions: ({ sessionId }) => ({ params: { sessionId, recordingId: randomUUID(), language: 'en' } }),
  sendEnquiry: ({ companyId }) => ({
    params: { companyId },
    body: {
      id: randomUUID(),
      kind: 'question',
      lines: [],
      country: null,
      city: '',
      wantedBy: null,
      text: 'Do you weave to order?',
    },
  }),
  listOwnEnquiries: () => ({}),
  countUnreadEnquiries: () => ({}),
  listInbox: ({ companyId }) => ({ params: { companyId } }),
  listColleagues: ({ companyId }) => ({ params: { companyId } }),
  assignEnquiry: ({ companyId, enquiryId }) => ({ params: { companyId, enquiryId }, body: { userId: null } }),
  setEnquiryState: ({ companyId, enquiryId }) => ({
    params: { companyId, enquiryId },
    body: { state: 'closed' },
  }),
  getEnquiry: ({ enquiryId }) => ({ params: { enquiryId } }),
  listThread: ({ enquiryId }) => ({ params: { enquiryId } }),
  postReply: ({ enquiryId }) => ({
    params: { enquiryId },
    body: { id: randomUUID(), text: 'In 320 g as well.' },
  }),
  markEnquiryRead: ({ enquiryId }) => ({ params: { enquiryId }, body: { seq: 1 } }),
  searchProducts: () => ({ query: { text: 'twill' } }),
  searchExhibitors: () => ({ query: { text: 'mill' } }),
  listFavourites: () => ({}),
  setFavourite: ({ productId }) => ({ params: { productId }, body: { kept: true } }),
}

/** One valid body for each command. */
export const commandSamples: CommandSamples = {
  chat: {
    join: ({ standId }) => ({ standId, afterSeq: -1 }),
    leave: ({ standId }) => ({ standId }),
    post: ({ standId }) => ({ standId, id: randomUUID(), text: 'Good day' }),
    type: ({ standId }) => ({ standId }),
  },
  session: {
    enter: ({ sessionId }) => ({ sessionId }),
    leave: ({ sessionId }) => ({ sessionId }),
    act: ({ sessionId }) => ({ sessionId, id: randomUUID(), act: { kind: 'hand', up: true } }),
    pose: ({ sessionId }) => ({
      sessionId,
      pose: { azimuth: 0, elevation: 0, reach: 1, shift: 0, lift: 0, laser: null },
    }),
    react: ({ sessionId }) => ({ sessionId, reaction: 'applause' }),
  },
  showroom: {
    enter: ({ hallId }) => ({ hallId }),
    leave: () => ({}),
    teleport: () => ({ xM: 0, zM: 0, headingDeg: 0 }),
    stepIn: ({ standId }) => ({ standId }),
    stepOut: () => ({}),
    who: ({ standId }) => ({ standId }),
  },
}
