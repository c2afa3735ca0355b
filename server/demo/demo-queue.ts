/** Jobs that make the models of the demo fair, one a product: `{ productId, slug }`. */
export const DEMO_QUEUE = 'demo-model'
