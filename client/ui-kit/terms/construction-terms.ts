import { defineMessages } from 'react-intl'

/* How fabrics are made and how they feel. */

export const structureTerms = defineMessages({
  plain: { id: 'structure.plain', defaultMessage: 'plain weave' },
  poplin: { id: 'structure.poplin', defaultMessage: 'poplin' },
  oxford: { id: 'structure.oxford', defaultMessage: 'oxford' },
  twill21: { id: 'structure.twill21', defaultMessage: 'twill 2/1' },
  twill31: { id: 'structure.twill31', defaultMessage: 'twill 3/1' },
  twill22: { id: 'structure.twill22', defaultMessage: 'twill 2/2' },
  herringbone: { id: 'structure.herringbone', defaultMessage: 'herringbone' },
  satin5: { id: 'structure.satin5', defaultMessage: 'satin, 5-shaft' },
  satin8: { id: 'structure.satin8', defaultMessage: 'satin, 8-shaft' },
  basket: { id: 'structure.basket', defaultMessage: 'basket weave' },
  ripstop: { id: 'structure.ripstop', defaultMessage: 'ripstop' },
  dobby: { id: 'structure.dobby', defaultMessage: 'dobby' },
  jacquard: { id: 'structure.jacquard', defaultMessage: 'jacquard' },
  terryLoop: { id: 'structure.terryLoop', defaultMessage: 'terry loop' },
  singleJersey: { id: 'structure.singleJersey', defaultMessage: 'single jersey' },
  rib: { id: 'structure.rib', defaultMessage: 'rib' },
  interlock: { id: 'structure.interlock', defaultMessage: 'interlock' },
  pique: { id: 'structure.pique', defaultMessage: 'piqué' },
  frenchTerry: { id: 'structure.frenchTerry', defaultMessage: 'French terry' },
  tricot: { id: 'structure.tricot', defaultMessage: 'tricot' },
  needled: { id: 'structure.needled', defaultMessage: 'needle-punched' },
  spunlace: { id: 'structure.spunlace', defaultMessage: 'spunlace' },
  pile: { id: 'structure.pile', defaultMessage: 'pile' },
  none: { id: 'structure.none', defaultMessage: 'none' },
})

export const materialTerms = defineMessages({
  woven: { id: 'material.woven', defaultMessage: 'woven' },
  knit: { id: 'material.knit', defaultMessage: 'knit' },
  nonwoven: { id: 'material.nonwoven', defaultMessage: 'nonwoven' },
  fur: { id: 'material.fur', defaultMessage: 'fur' },
  film: { id: 'material.film', defaultMessage: 'film or membrane' },
})

export const spinningTerms = defineMessages({
  ring: { id: 'spinning.ring', defaultMessage: 'ring-spun' },
  compact: { id: 'spinning.compact', defaultMessage: 'compact' },
  openEnd: { id: 'spinning.openEnd', defaultMessage: 'open-end' },
  airJet: { id: 'spinning.airJet', defaultMessage: 'air-jet' },
  worsted: { id: 'spinning.worsted', defaultMessage: 'worsted' },
  woollen: { id: 'spinning.woollen', defaultMessage: 'woollen' },
  filament: { id: 'spinning.filament', defaultMessage: 'filament' },
  reeled: { id: 'spinning.reeled', defaultMessage: 'reeled' },
})

export const twistTerms = defineMessages({
  S: { id: 'twist.S', defaultMessage: 'S' },
  Z: { id: 'twist.Z', defaultMessage: 'Z' },
})

export const handTerms = defineMessages({
  crisp: { id: 'hand.crisp', defaultMessage: 'crisp' },
  soft: { id: 'hand.soft', defaultMessage: 'soft' },
  dry: { id: 'hand.dry', defaultMessage: 'dry' },
  silky: { id: 'hand.silky', defaultMessage: 'silky' },
  smooth: { id: 'hand.smooth', defaultMessage: 'smooth' },
  brushed: { id: 'hand.brushed', defaultMessage: 'brushed' },
  springy: { id: 'hand.springy', defaultMessage: 'springy' },
  full: { id: 'hand.full', defaultMessage: 'full' },
  fluid: { id: 'hand.fluid', defaultMessage: 'fluid' },
  firm: { id: 'hand.firm', defaultMessage: 'firm' },
  lofty: { id: 'hand.lofty', defaultMessage: 'lofty' },
})

export const dyeingTerms = defineMessages({
  greige: { id: 'dyeing.greige', defaultMessage: 'greige' },
  bleached: { id: 'dyeing.bleached', defaultMessage: 'bleached' },
  pieceDyed: { id: 'dyeing.pieceDyed', defaultMessage: 'piece-dyed' },
  yarnDyed: { id: 'dyeing.yarnDyed', defaultMessage: 'yarn-dyed' },
  stockDyed: { id: 'dyeing.stockDyed', defaultMessage: 'stock-dyed' },
  solutionDyed: { id: 'dyeing.solutionDyed', defaultMessage: 'solution-dyed' },
  indigo: { id: 'dyeing.indigo', defaultMessage: 'indigo' },
  printed: { id: 'dyeing.printed', defaultMessage: 'printed' },
})
