/** The graphics card's name as WebGL tells it, or an empty string. Asked once for the page. */
let name: string | undefined

export function rendererName(): string {
  if (name !== undefined) return name
  name = ''
  const context = document.createElement('canvas').getContext('webgl2')
  if (context) {
    const detail = context.getExtension('WEBGL_debug_renderer_info')
    const told: unknown = context.getParameter(detail?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER)
    if (typeof told === 'string') name = told
    // Browsers keep few contexts alive at once.
    context.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return name
}
