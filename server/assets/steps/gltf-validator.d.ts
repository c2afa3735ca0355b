declare module 'gltf-validator' {
  type Options = {
    format?: 'glb' | 'gltf'
    maxIssues?: number
    ignoredIssues?: string[]
    writeTimestamp?: boolean
    externalResourceFunction?: (uri: string) => Promise<Uint8Array>
  }
  const validator: { validateBytes: (bytes: Uint8Array, options: Options) => Promise<unknown> }
  export default validator
}
