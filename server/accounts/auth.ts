import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { organization } from 'better-auth/plugins'
import type { Database } from '../platform/database/database.ts'
import type { Mailer } from '../platform/mail.ts'
import {
  authRateLimits,
  credentials,
  invitations,
  members,
  organizations,
  sessions,
  users,
  verifications,
} from './accounts.schema.ts'
import { GUEST_COOKIE, openGuest, readCookie } from './guest-cookie.ts'

export interface AuthOptions {
  db: Database
  mailer: Mailer
  publicUrl: string
  secret: string
  rateLimits: boolean
  /** A browser that was this guest is now this person. */
  onGuestSignedIn(guestId: string, userId: string): Promise<void>
  /** Tells whoever listens that this person's sessions changed. */
  onSessionsChanged(userId: string): Promise<void>
}

/**
 * The header in which our own server tells better-auth who calls; what a caller writes into it is overwritten.
 * X-Forwarded-For is not for better-auth to read: it can't know how many proxies are trusted, Express does.
 */
export const CALLER_HEADER = 'x-fairloom-caller'

const SEVEN_DAYS_S = 7 * 24 * 3600

/** Accounts, sessions and companies (organisations with members and roles), on better-auth. */
export const createAuth = (options: AuthOptions) => {
  const { db, mailer, publicUrl, secret } = options
  const guestOf = (headers: Headers | undefined) => {
    const cookie = readCookie(headers?.get('cookie') ?? undefined, GUEST_COOKIE)
    return cookie ? openGuest(cookie, secret) : undefined
  }
  return betterAuth({
    appName: 'Fairloom',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: credentials,
        verification: verifications,
        organization: organizations,
        member: members,
        invitation: invitations,
        rateLimit: authRateLimits,
      },
    }),
    user: {
      additionalFields: {
        fairRole: { type: 'string', input: false, defaultValue: 'participant' },
        suspended: { type: 'boolean', input: false, defaultValue: false },
        locale: { type: 'string', input: true, required: false, defaultValue: 'en' },
        comesAs: { type: 'string', input: false, defaultValue: 'buyer' },
      },
    },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    emailVerification: {
      sendOnSignUp: true,
      sendVerificationEmail: async ({ user, url }) => {
        await mailer.send({
          to: user.email,
          subject: 'Confirm your address for the fair',
          text: `Good day, ${user.name}.\n\nPlease confirm that this address is yours:\n${url}\n\nIf you did not sign up, there is nothing to do.`,
        })
      },
    },
    session: { expiresIn: SEVEN_DAYS_S, updateAge: 24 * 3600 },
    // Better-auth limits only in production by itself; it must count across processes, hence in the database.
    rateLimit: { enabled: options.rateLimits, storage: 'database', window: 60, max: 100 },
    advanced: {
      cookiePrefix: 'fairloom',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [CALLER_HEADER] },
    },
    databaseHooks: {
      user: {
        create: {
          // Who chose a lanyard as a guest goes on wearing it.
          before: async (user, context) => {
            const guest = guestOf(context?.headers)
            return { data: guest?.name ? { ...user, comesAs: guest.comesAs } : user }
          },
        },
      },
      session: {
        create: {
          after: async (session, context) => {
            const guest = guestOf(context?.headers)
            if (guest) await options.onGuestSignedIn(guest.id, session.userId)
          },
        },
        delete: { after: async (session) => options.onSessionsChanged(session.userId) },
      },
    },
    plugins: [
      organization({
        // Companies are founded through our own route, which writes the profile in the same transaction.
        allowUserToCreateOrganization: false,
        sendInvitationEmail: async ({ email, organization: company, inviter, id }) => {
          await mailer.send({
            to: email,
            subject: `${company.name} invites you to its stand team`,
            text: `${inviter.user.name} invites you to work for ${company.name} at the fair.\n\nAccept here: ${publicUrl}/invitations/${id}`,
          })
        },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
