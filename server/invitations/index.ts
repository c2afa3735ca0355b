export {
  createInvitationsService,
  INVITATION_MAIL_QUEUE,
  type InvitationsService,
} from './invitations.service.ts'
export { invitationsPolicy } from './invitations.policy.ts'
export { invitationHandlers } from './invitations.routes.ts'
export { workOnInvitations } from './invitation-jobs.ts'
