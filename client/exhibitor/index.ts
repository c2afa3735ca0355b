export { FoundCompanyForm } from './found-company-form.tsx'
