export { makeDemoFair, type SignIn } from './demo-fair.ts'
export { DEMO_QUEUE, makeDemoModel } from './demo-models.ts'
