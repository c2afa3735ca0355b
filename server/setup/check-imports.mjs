// Checks the import rules, and fails when nothing was read: a check that saw no modules has checked nothing.
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { forbidden, options } = require('../../.dependency-cruiser.cjs')
const FEWEST_MODULES = 200

/** The breaches of the import rules below these folders, and how many modules were read. */
export const importBreaches = async (folders, baseDir = process.cwd()) => {
  const { output } = await cruise(
    folders,
    { ...options, ruleSet: { forbidden }, validate: true, baseDir },
    undefined,
    { tsConfig: extractTSConfig(require.resolve('../../tsconfig.json')) },
  )
  return {
    modules: output.modules.filter(({ source }) => !source.includes('node_modules')).length,
    breaches: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}

if (import.meta.main) {
  const { modules, breaches } = await importBreaches(['client', 'server', 'shared', 'assets'])
  for (const breach of breaches) console.error(breach)
  if (modules < FEWEST_MODULES) console.error(`only ${modules} modules were read`)
  if (breaches.length > 0 || modules < FEWEST_MODULES) process.exit(1)
  console.log(`${modules} modules keep the import rules`)
}
