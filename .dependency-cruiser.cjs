/** Who may import whom; docs/ARCHITECTURE.md says why. test/contract/import-rules.test.ts plants a breach of each. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-is-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(client|server|assets|test)/' },
    },
    {
      name: 'client-not-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|assets|test)/' },
    },
    {
      name: 'server-not-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|test)/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^server/(?!platform/)' },
    },
    {
      name: 'server-features-by-front-door',
      comment: 'Tables may refer to tables: foreign keys cross features.',
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: '\\.schema\\.ts$' },
      to: {
        path: '^server/([^/]+)/',
        pathNot: ['^server/$1/', '^server/platform/', '/index\\.ts$', '\\.schema\\.ts$'],
      },
    },
    {
      name: 'routes-not-repository',
      severity: 'error',
      from: { path: '\\.(routes|events)\\.ts$', pathNot: 'media\\.routes' },
      to: { path: '\\.repository\\.ts$' },
    },
    {
      name: 'scene-not-hud-nor-net',
      severity: 'error',
      from: { path: '^client/showroom/scene/' },
      to: { path: '^client/(showroom/hud|net)/' },
    },
    {
      name: 'showroom-state-without-react',
      severity: 'error',
      from: { path: '^client/showroom/state/' },
      to: { path: ['^node_modules/(react|react-dom|@react-three)/', '^client/showroom/(hud|scene)/'] },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
}
