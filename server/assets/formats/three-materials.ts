import type { TextureInfo } from '@gltf-transform/core'
import { type Document, type Material, type Texture } from '@gltf-transform/core'
import { KHRTextureTransform } from '@gltf-transform/extensions'
import sharp from 'sharp'
import * as three from 'three'
import type { ModelFiles } from './model-files.ts'
import { pictureOf } from './three-images.ts'

type Slot = 'map' | 'alphaMap' | 'normalMap' | 'roughnessMap' | 'metalnessMap' | 'emissiveMap' | 'aoMap'

const slotOf = (material: three.Material, slot: Slot): three.Texture | undefined => {
  const value: unknown = Reflect.get(material, slot)
  return value instanceof three.Texture ? value : undefined
}

const numberOf = (material: three.Material, key: string): number | undefined => {
  const value: unknown = Reflect.get(material, key)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const colourOf = (material: three.Material, key: string): [number, number, number] | undefined => {
  const value: unknown = Reflect.get(material, key)
  if (!(value instanceof three.Color)) return undefined
  const clamp = (x: number): number => (Number.isFinite(x) ? Math.min(1, Math.max(0, x)) : 1)
  return [clamp(value.r), clamp(value.g), clamp(value.b)]
}

// Blinn-Phong exponent to GGX roughness: alpha² = 2 / (n + 2), Karis 2013, "Specular BRDF Reference".
const roughnessOfShininess = (shininess: number): number =>
  Math.min(1, Math.max(0.25, Math.sqrt(Math.sqrt(2 / (shininess + 2)))))

/** Turns the materials of three's loaders into glTF's; asks each picture once. */
export class MaterialConverter {
  readonly missing = new Set<string>()
  private readonly document: Document
  private readonly files: ModelFiles
  private readonly materials = new Map<three.Material, Material>()
  private readonly textures = new Map<string, Texture>()
  private readonly transforms

  constructor(document: Document, files: ModelFiles) {
    this.document = document
    this.files = files
    this.transforms = document.createExtension(KHRTextureTransform)
  }

  async convert(source: three.Material): Promise<Material> {
    const known = this.materials.get(source)
    if (known !== undefined) return known
    const material = this.document.createMaterial(source.name)
    this.materials.set(source, material)
    const opacity = Math.min(1, Math.max(0, source.opacity))
    const alphaMap = slotOf(source, 'alphaMap')
    material
      .setBaseColorFactor([...(colourOf(source, 'color') ?? [1, 1, 1]), opacity])
      .setRoughnessFactor(
        numberOf(source, 'roughness') ?? roughnessOfShininess(numberOf(source, 'shininess') ?? 10),
      )
      .setMetallicFactor(numberOf(source, 'metalness') ?? 0)
      .setEmissiveFactor(colourOf(source, 'emissive') ?? [0, 0, 0])
      // Cut pieces are single sheets, and these formats do not say whether their back shows.
      .setDoubleSided(true)
    if (opacity < 1 || (source.transparent && alphaMap !== undefined)) material.setAlphaMode('BLEND')
    if (alphaMap !== undefined) material.setAlphaMode('BLEND')
    else if (source.alphaTest > 0) material.setAlphaMode('MASK').setAlphaCutoff(source.alphaTest)
    await this.convertTextures(source, material)
    return material
  }

  private async convertTextures(source: three.Material, material: Material): Promise<void> {
    const map = slotOf(source, 'map')
    const alphaMap = slotOf(source, 'alphaMap')
    material.setBaseColorTexture(
      alphaMap === undefined ? await this.texture(map) : await this.withAlpha(map, alphaMap),
    )
    this.place(map ?? alphaMap, material.getBaseColorTextureInfo())
    material.setNormalTexture(await this.texture(slotOf(source, 'normalMap')))
    this.place(slotOf(source, 'normalMap'), material.getNormalTextureInfo())
    material.setEmissiveTexture(await this.texture(slotOf(source, 'emissiveMap')))
    this.place(slotOf(source, 'emissiveMap'), material.getEmissiveTextureInfo())
    material.setOcclusionTexture(await this.texture(slotOf(source, 'aoMap')))
    this.place(slotOf(source, 'aoMap'), material.getOcclusionTextureInfo())
    const roughness = slotOf(source, 'roughnessMap')
    const metalness = slotOf(source, 'metalnessMap')
    material.setMetallicRoughnessTexture(await this.metallicRoughness(roughness, metalness))
    this.place(roughness ?? metalness, material.getMetallicRoughnessTextureInfo())
  }

  private async bytes(texture: three.Texture | undefined): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (texture === undefined) return undefined
    const picture = await pictureOf(texture.image, this.files)
    if (picture === undefined) return undefined
    if ('bytes' in picture) return picture.bytes
    this.missing.add(picture.missing)
    return undefined
  }

  private keep(key: string, bytes: Uint8Array<ArrayBuffer> | undefined): Texture | null {
    if (bytes === undefined) return null
    const mimeType = bytes[0] === 0xff ? 'image/jpeg' : 'image/png'
    const texture = this.document.createTexture(key).setImage(bytes).setMimeType(mimeType)
    this.textures.set(key, texture)
    return texture
  }

  private async texture(texture: three.Texture | undefined): Promise<Texture | null> {
    if (texture === undefined) return null
    return this.textures.get(texture.uuid) ?? this.keep(texture.uuid, await this.bytes(texture))
  }

  /** Lace and mesh fabrics come as a colour and a separate opacity picture. */
  private async withAlpha(map: three.Texture | undefined, alphaMap: three.Texture): Promise<Texture | null> {
    const alpha = await this.bytes(alphaMap)
    if (alpha === undefined) return this.texture(map)
    const key = `${map?.uuid ?? 'white'}+${alphaMap.uuid}`
    const known = this.textures.get(key)
    if (known !== undefined) return known
    const colour = await this.bytes(map)
    const { width, height } = await sharp(colour ?? alpha).metadata()
    const channel = await sharp(alpha)
      .resize(width, height, { fit: 'fill' })
      .removeAlpha()
      .extractChannel(0)
      .toBuffer()
    const base =
      colour === undefined
        ? sharp({ create: { width, height, channels: 3, background: 'white' } })
        : sharp(colour).toColourspace('srgb').removeAlpha()
    return this.keep(key, new Uint8Array(await base.joinChannel(channel).png().toBuffer()))
  }

  private async metallicRoughness(
    roughness: three.Texture | undefined,
    metalness: three.Texture | undefined,
  ): Promise<Texture | null> {
    if (roughness === undefined && metalness === undefined) return null
    if (roughness?.image === metalness?.image) return this.texture(roughness)
    const green = await this.bytes(roughness)
    const blue = await this.bytes(metalness)
    const first = green ?? blue
    if (first === undefined) return null
    const { width, height } = await sharp(first).metadata()
    const plane = async (bytes: Uint8Array | undefined): Promise<Buffer> => {
      const white = { create: { width, height, channels: 3 as const, background: 'white' } }
      const picture = bytes === undefined ? sharp(white) : sharp(bytes).removeAlpha()
      return picture.resize(width, height, { fit: 'fill' }).extractChannel(0).raw().toBuffer()
    }
    const [g, b] = [await plane(green), await plane(blue)]
    const packed = new Uint8Array(width * height * 3).fill(255)
    for (let i = 0; i < width * height; i++) {
      packed[i * 3 + 1] = g[i] ?? 255
      packed[i * 3 + 2] = b[i] ?? 255
    }
    const png = await sharp(packed, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer()
    return this.keep(`${roughness?.uuid ?? ''}/${metalness?.uuid ?? ''}`, new Uint8Array(png))
  }

  /** glTF counts v from the top, three's loaders from the bottom: v' = 1 - v, also in repeats and offsets. */
  private place(texture: three.Texture | undefined, info: TextureInfo | null): void {
    if (texture === undefined || info === null) return
    const wrap = (mode: three.Wrapping): 10497 | 33071 | 33648 =>
      mode === three.RepeatWrapping ? 10497 : mode === three.MirroredRepeatWrapping ? 33648 : 33071
    info.setWrapS(wrap(texture.wrapS)).setWrapT(wrap(texture.wrapT))
    const { repeat, offset } = texture
    const isPlain = repeat.x === 1 && repeat.y === 1 && offset.x === 0 && offset.y === 0
    if (isPlain || ![repeat.x, repeat.y, offset.x, offset.y].every(Number.isFinite)) return
    const transform = this.transforms
      .createTransform()
      .setScale([repeat.x, repeat.y])
      .setOffset([offset.x, 1 - repeat.y - offset.y])
    info.setExtension('KHR_texture_transform', transform)
  }
}
