export { createFairService, type FairService } from './fair.service.ts'
export { fairRepository } from './fair.repository.ts'
export { fairPolicy } from './fair.policy.ts'
export { fairHandlers } from './fair.routes.ts'
