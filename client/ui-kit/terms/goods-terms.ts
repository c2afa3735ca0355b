import { defineMessages } from 'react-intl'

/* Kinds of goods and what is particular to each. */

export const kindTerms = defineMessages({
  fabric: { id: 'kind.fabric', defaultMessage: 'Fabric' },
  garment: { id: 'kind.garment', defaultMessage: 'Garment' },
  accessory: { id: 'kind.accessory', defaultMessage: 'Accessory' },
  footwear: { id: 'kind.footwear', defaultMessage: 'Footwear' },
  leather: { id: 'kind.leather', defaultMessage: 'Leather' },
  homeTextile: { id: 'kind.homeTextile', defaultMessage: 'Home textile' },
  rawMaterial: { id: 'kind.rawMaterial', defaultMessage: 'Raw material' },
})

export const styleTerms = defineMessages({
  shirt: { id: 'style.shirt', defaultMessage: 'shirt' },
  tShirt: { id: 'style.tShirt', defaultMessage: 'T-shirt' },
  tunic: { id: 'style.tunic', defaultMessage: 'tunic' },
  dress: { id: 'style.dress', defaultMessage: 'dress' },
  trousers: { id: 'style.trousers', defaultMessage: 'trousers' },
  jeans: { id: 'style.jeans', defaultMessage: 'jeans' },
  skirt: { id: 'style.skirt', defaultMessage: 'skirt' },
  jacket: { id: 'style.jacket', defaultMessage: 'jacket' },
  coat: { id: 'style.coat', defaultMessage: 'coat' },
  knitwear: { id: 'style.knitwear', defaultMessage: 'knitwear' },
  workwear: { id: 'style.workwear', defaultMessage: 'workwear' },
  apron: { id: 'style.apron', defaultMessage: 'apron' },
  underwear: { id: 'style.underwear', defaultMessage: 'underwear' },
  sportswear: { id: 'style.sportswear', defaultMessage: 'sportswear' },
  schoolwear: { id: 'style.schoolwear', defaultMessage: 'schoolwear' },
  robe: { id: 'style.robe', defaultMessage: 'robe' },
  scarf: { id: 'style.scarf', defaultMessage: 'scarf' },
  shawl: { id: 'style.shawl', defaultMessage: 'shawl' },
  tote: { id: 'style.tote', defaultMessage: 'tote' },
  bag: { id: 'style.bag', defaultMessage: 'bag' },
  belt: { id: 'style.belt', defaultMessage: 'belt' },
  hat: { id: 'style.hat', defaultMessage: 'hat' },
  gloves: { id: 'style.gloves', defaultMessage: 'gloves' },
  tie: { id: 'style.tie', defaultMessage: 'tie' },
  umbrella: { id: 'style.umbrella', defaultMessage: 'umbrella' },
  wallet: { id: 'style.wallet', defaultMessage: 'wallet' },
  sneaker: { id: 'style.sneaker', defaultMessage: 'sneaker' },
  shoe: { id: 'style.shoe', defaultMessage: 'shoe' },
  boot: { id: 'style.boot', defaultMessage: 'boot' },
  slipper: { id: 'style.slipper', defaultMessage: 'slipper' },
  sandal: { id: 'style.sandal', defaultMessage: 'sandal' },
  safety: { id: 'style.safety', defaultMessage: 'safety footwear' },
  feltBoot: { id: 'style.feltBoot', defaultMessage: 'felt boot (valenki)' },
  bedLinen: { id: 'style.bedLinen', defaultMessage: 'bed linen' },
  towel: { id: 'style.towel', defaultMessage: 'towel' },
  cushion: { id: 'style.cushion', defaultMessage: 'cushion' },
  curtain: { id: 'style.curtain', defaultMessage: 'curtain' },
  blanket: { id: 'style.blanket', defaultMessage: 'blanket' },
  tablecloth: { id: 'style.tablecloth', defaultMessage: 'tablecloth' },
  napkin: { id: 'style.napkin', defaultMessage: 'napkin' },
  rug: { id: 'style.rug', defaultMessage: 'rug' },
  bathrobe: { id: 'style.bathrobe', defaultMessage: 'bathrobe' },
  quilt: { id: 'style.quilt', defaultMessage: 'quilt' },
  pillow: { id: 'style.pillow', defaultMessage: 'pillow' },
  other: { id: 'style.other', defaultMessage: 'other' },
})

export const wearerTerms = defineMessages({
  women: { id: 'wearer.women', defaultMessage: 'women' },
  men: { id: 'wearer.men', defaultMessage: 'men' },
  unisex: { id: 'wearer.unisex', defaultMessage: 'unisex' },
  girls: { id: 'wearer.girls', defaultMessage: 'girls' },
  boys: { id: 'wearer.boys', defaultMessage: 'boys' },
  children: { id: 'wearer.children', defaultMessage: 'children' },
  babies: { id: 'wearer.babies', defaultMessage: 'babies' },
})

export const sizeSystemTerms = defineMessages({
  GOST: { id: 'sizeSystem.GOST', defaultMessage: 'GOST (EAEU)' },
  EU: { id: 'sizeSystem.EU', defaultMessage: 'EU' },
  US: { id: 'sizeSystem.US', defaultMessage: 'US' },
  CN: { id: 'sizeSystem.CN', defaultMessage: 'China' },
  oneSize: { id: 'sizeSystem.oneSize', defaultMessage: 'one size' },
})

export const shoeMaterialTerms = defineMessages({
  leather: { id: 'shoeMaterial.leather', defaultMessage: 'leather' },
  suede: { id: 'shoeMaterial.suede', defaultMessage: 'suede' },
  nubuck: { id: 'shoeMaterial.nubuck', defaultMessage: 'nubuck' },
  textile: { id: 'shoeMaterial.textile', defaultMessage: 'textile' },
  felt: { id: 'shoeMaterial.felt', defaultMessage: 'felt' },
  fur: { id: 'shoeMaterial.fur', defaultMessage: 'fur' },
  synthetic: { id: 'shoeMaterial.synthetic', defaultMessage: 'synthetic' },
  rubber: { id: 'shoeMaterial.rubber', defaultMessage: 'rubber' },
  eva: { id: 'shoeMaterial.eva', defaultMessage: 'EVA' },
  tpu: { id: 'shoeMaterial.tpu', defaultMessage: 'TPU' },
  polyurethane: { id: 'shoeMaterial.polyurethane', defaultMessage: 'polyurethane' },
  cork: { id: 'shoeMaterial.cork', defaultMessage: 'cork' },
  wood: { id: 'shoeMaterial.wood', defaultMessage: 'wood' },
})

export const constructionTerms = defineMessages({
  cemented: { id: 'construction.cemented', defaultMessage: 'cemented' },
  stitched: { id: 'construction.stitched', defaultMessage: 'stitched' },
  goodyear: { id: 'construction.goodyear', defaultMessage: 'Goodyear welt' },
  blake: { id: 'construction.blake', defaultMessage: 'Blake' },
  injected: { id: 'construction.injected', defaultMessage: 'direct injection' },
  vulcanised: { id: 'construction.vulcanised', defaultMessage: 'vulcanised' },
  strobel: { id: 'construction.strobel', defaultMessage: 'Strobel' },
  felted: { id: 'construction.felted', defaultMessage: 'felted in one piece' },
})

export const speciesTerms = defineMessages({
  cattle: { id: 'species.cattle', defaultMessage: 'cattle' },
  calf: { id: 'species.calf', defaultMessage: 'calf' },
  buffalo: { id: 'species.buffalo', defaultMessage: 'buffalo' },
  sheep: { id: 'species.sheep', defaultMessage: 'sheep' },
  lamb: { id: 'species.lamb', defaultMessage: 'lamb' },
  goat: { id: 'species.goat', defaultMessage: 'goat' },
  pig: { id: 'species.pig', defaultMessage: 'pig' },
  horse: { id: 'species.horse', defaultMessage: 'horse' },
  camel: { id: 'species.camel', defaultMessage: 'camel' },
  deer: { id: 'species.deer', defaultMessage: 'deer' },
  yak: { id: 'species.yak', defaultMessage: 'yak' },
})

export const tannageTerms = defineMessages({
  vegetable: { id: 'tannage.vegetable', defaultMessage: 'vegetable' },
  chrome: { id: 'tannage.chrome', defaultMessage: 'chrome' },
  chromeFree: { id: 'tannage.chromeFree', defaultMessage: 'chrome-free' },
  combination: { id: 'tannage.combination', defaultMessage: 'combination' },
  alum: { id: 'tannage.alum', defaultMessage: 'alum' },
  oil: { id: 'tannage.oil', defaultMessage: 'oil' },
})

export const leatherArticleTerms = defineMessages({
  fullGrain: { id: 'leatherArticle.fullGrain', defaultMessage: 'full grain' },
  correctedGrain: { id: 'leatherArticle.correctedGrain', defaultMessage: 'corrected grain' },
  nappa: { id: 'leatherArticle.nappa', defaultMessage: 'nappa' },
  suede: { id: 'leatherArticle.suede', defaultMessage: 'suede' },
  nubuck: { id: 'leatherArticle.nubuck', defaultMessage: 'nubuck' },
  split: { id: 'leatherArticle.split', defaultMessage: 'split' },
  patent: { id: 'leatherArticle.patent', defaultMessage: 'patent' },
  shearling: { id: 'leatherArticle.shearling', defaultMessage: 'shearling' },
})

export const leatherUseTerms = defineMessages({
  footwear: { id: 'leatherUse.footwear', defaultMessage: 'footwear' },
  garment: { id: 'leatherUse.garment', defaultMessage: 'garments' },
  bags: { id: 'leatherUse.bags', defaultMessage: 'bags' },
  upholstery: { id: 'leatherUse.upholstery', defaultMessage: 'upholstery' },
  gloves: { id: 'leatherUse.gloves', defaultMessage: 'gloves' },
  saddlery: { id: 'leatherUse.saddlery', defaultMessage: 'saddlery' },
  lining: { id: 'leatherUse.lining', defaultMessage: 'lining' },
})

export const rawFormTerms = defineMessages({
  rawCotton: { id: 'rawForm.rawCotton', defaultMessage: 'raw cotton (seed cotton)' },
  lint: { id: 'rawForm.lint', defaultMessage: 'cotton lint' },
  sliver: { id: 'rawForm.sliver', defaultMessage: 'sliver' },
  yarn: { id: 'rawForm.yarn', defaultMessage: 'yarn' },
  wool: { id: 'rawForm.wool', defaultMessage: 'wool' },
  tops: { id: 'rawForm.tops', defaultMessage: 'tops' },
  silkCocoon: { id: 'rawForm.silkCocoon', defaultMessage: 'silk cocoons' },
  rawSilk: { id: 'rawForm.rawSilk', defaultMessage: 'raw silk' },
  flaxFibre: { id: 'rawForm.flaxFibre', defaultMessage: 'flax fibre' },
  staple: { id: 'rawForm.staple', defaultMessage: 'staple fibre' },
  hide: { id: 'rawForm.hide', defaultMessage: 'hides' },
  other: { id: 'rawForm.other', defaultMessage: 'other' },
})

export const uzGradeTerms = defineMessages({
  I: { id: 'uzGrade.I', defaultMessage: 'I' },
  II: { id: 'uzGrade.II', defaultMessage: 'II' },
  III: { id: 'uzGrade.III', defaultMessage: 'III' },
  IV: { id: 'uzGrade.IV', defaultMessage: 'IV' },
  V: { id: 'uzGrade.V', defaultMessage: 'V' },
})
