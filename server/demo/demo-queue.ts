/** Jobs that make models of the demo fair and give them to its products: `{ models }`, see `demo-models.ts`. */
export const DEMO_QUEUE = 'demo-model'
