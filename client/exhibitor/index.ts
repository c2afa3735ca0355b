export { CompanyGate } from './company-gate.tsx'
export { FoundCompanyForm } from './found-company-form.tsx'
