/** The data sheet of a product: the schemas of every kind, the table of their fields, and the warnings. */
export * from './product-colour.ts'
export * from './product-composition.ts'
export { FABRIC_MATERIALS } from './product-fabric.ts'
export * from './product-proof.ts'
export { SPEC_FIELDS, type SpecField } from './product-sheet.ts'
export * from './product-specs.ts'
export * from './product-trade.ts'
export { unusualValues, type UnusualValue } from './product-warnings.ts'
