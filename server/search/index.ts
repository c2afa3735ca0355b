export { createSearchService, type SearchService } from './search.service.ts'
export { completeSearchIndex, searchIndex } from './search-index.ts'
export { searchHandlers } from './search.routes.ts'
export { searchPolicy } from './search.policy.ts'
