export { makeDemoFair, signInTable } from './demo-fair.ts'
export { LANES_ALONE, workOnDemo } from './demo-models.ts'
