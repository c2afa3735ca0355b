export { createProgrammeService, type ProgrammeService } from './programme.service.ts'
export { programmeRepository } from './programme.repository.ts'
export { programmePolicy } from './programme.policy.ts'
export { programmeHandlers } from './programme.routes.ts'
