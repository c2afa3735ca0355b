export { makeDemoFair, signInTable } from './demo-fair.ts'
export { workOnDemo } from './demo-models.ts'
