/** Asked once for the page. */
let probed: { name: string } | 'none' | undefined

const probe = (): { name: string } | 'none' => {
  const context = document.createElement('canvas').getContext('webgl2')
  if (!context) return 'none'
  const detail = context.getExtension('WEBGL_debug_renderer_info')
  const told: unknown = context.getParameter(detail?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER)
  // Browsers keep few contexts alive at once.
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return { name: typeof told === 'string' ? told : '' }
}

/** The graphics card's name as WebGL tells it, or an empty string. */
export function rendererName(): string {
  probed ??= probe()
  return probed === 'none' ? '' : probed.name
}

/** Whether the page can draw in 3D at all. */
export function hasWebGl(): boolean {
  probed ??= probe()
  return probed !== 'none'
}
