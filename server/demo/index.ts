export { makeDemoFair, type SignIn } from './demo-fair.ts'
export { makeDemoModel } from './demo-models.ts'
export { DEMO_QUEUE } from './demo-queue.ts'
