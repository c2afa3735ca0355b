import {
  BackSide,
  BoxGeometry,
  Color,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  Scene,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'

interface Panel {
  readonly color: string
  readonly light: number
  readonly at: readonly [number, number, number]
  readonly size: readonly [number, number, number]
}

// A white hall under a glass roof: bright above, white walls, grey carpet that throws little back.
const PANELS: readonly Panel[] = [
  { color: '#f4f7fb', light: 5.2, at: [0, 4.4, -3], size: [14, 0.1, 2.2] },
  { color: '#f4f7fb', light: 5.2, at: [0, 4.4, 3], size: [14, 0.1, 2.2] },
  { color: '#fff4e2', light: 3.2, at: [6.9, 1.6, 0], size: [0.1, 1.6, 8] },
  { color: '#eaf1fb', light: 1.8, at: [-6.9, 1.6, 0], size: [0.1, 1.6, 8] },
]

/**
 * Light from all around, made here instead of fetched: a small white hall rendered into a prefiltered cube.
 * The caller disposes of the target.
 */
export function makeDaylight(renderer: WebGLRenderer): WebGLRenderTarget {
  const room = new Scene()
  const geometry = new BoxGeometry()
  const materials: MeshBasicMaterial[] = []
  function add(
    color: Color,
    size: readonly [number, number, number],
    at: readonly [number, number, number],
    inside: boolean,
  ) {
    const material = new MeshBasicMaterial({ color, ...(inside ? { side: BackSide } : {}) })
    materials.push(material)
    const mesh = new Mesh(geometry, material)
    mesh.scale.set(...size)
    mesh.position.set(...at)
    room.add(mesh)
  }
  add(new Color('#e9e8e4').multiplyScalar(0.86), [15, 9, 15], [0, 0, 0], true)
  add(new Color('#b7b3ab').multiplyScalar(0.62), [14.9, 0.1, 14.9], [0, -4.2, 0], false)
  for (const panel of PANELS)
    add(new Color(panel.color).multiplyScalar(panel.light), panel.size, panel.at, false)

  const generator = new PMREMGenerator(renderer)
  const target = generator.fromScene(room, 0.03, 0.1, 40)
  generator.dispose()
  geometry.dispose()
  for (const material of materials) material.dispose()
  return target
}
