import { defineMessages } from 'react-intl'

/* Furniture, doors, roles and the states of an upload. */

export const slotTerms = defineMessages({
  headerRail: { id: 'slot.headerRail', defaultMessage: 'Rail of headers' },
  table: { id: 'slot.table', defaultMessage: 'Table' },
  plinth: { id: 'slot.plinth', defaultMessage: 'Plinth' },
  mannequin: { id: 'slot.mannequin', defaultMessage: 'Mannequin' },
  wall: { id: 'slot.wall', defaultMessage: 'Wall display' },
  shelf: { id: 'slot.shelf', defaultMessage: 'Shelf' },
  screen: { id: 'slot.screen', defaultMessage: 'Screen' },
  counter: { id: 'slot.counter', defaultMessage: 'Reception counter' },
  meetingTable: { id: 'slot.meetingTable', defaultMessage: 'Meeting table with chairs' },
  plant: { id: 'slot.plant', defaultMessage: 'Plant' },
})

export const doorTerms = defineMessages({
  open: { id: 'door.open', defaultMessage: 'Open to everybody' },
  registered: { id: 'door.registered', defaultMessage: 'Registered visitors' },
  invited: { id: 'door.invited', defaultMessage: 'Invited visitors' },
  closed: { id: 'door.closed', defaultMessage: 'Closed' },
})

export const shapeTerms = defineMessages({
  row: { id: 'shape.row', defaultMessage: 'Row, one open side' },
  corner: { id: 'shape.corner', defaultMessage: 'Corner, two open sides' },
  island: { id: 'shape.island', defaultMessage: 'Island, four open sides' },
})

export const lanyardTerms = defineMessages({
  buyer: { id: 'lanyard.buyer', defaultMessage: 'Buyer' },
  designer: { id: 'lanyard.designer', defaultMessage: 'Designer' },
  press: { id: 'lanyard.press', defaultMessage: 'Press' },
  visitor: { id: 'lanyard.visitor', defaultMessage: 'Visitor' },
  exhibitor: { id: 'lanyard.exhibitor', defaultMessage: 'Exhibitor' },
  host: { id: 'lanyard.host', defaultMessage: 'Host' },
  organiser: { id: 'lanyard.organiser', defaultMessage: 'Organiser' },
})

export const fairRoleTerms = defineMessages({
  participant: { id: 'fairRole.participant', defaultMessage: 'Participant' },
  host: { id: 'fairRole.host', defaultMessage: 'Host' },
  organiser: { id: 'fairRole.organiser', defaultMessage: 'Organiser' },
  platformAdmin: { id: 'fairRole.platformAdmin', defaultMessage: 'Installation’s administrator' },
})

export const stepTerms = defineMessages({
  queued: { id: 'step.queued', defaultMessage: 'Waiting for its turn' },
  precheck: { id: 'step.precheck', defaultMessage: 'Checking the file' },
  import: { id: 'step.import', defaultMessage: 'Reading the model' },
  validate: { id: 'step.validate', defaultMessage: 'Validating' },
  measure: { id: 'step.measure', defaultMessage: 'Measuring' },
  repair: { id: 'step.repair', defaultMessage: 'Repairing what is safe' },
  optimise: { id: 'step.optimise', defaultMessage: 'Making it light for the hall' },
  poster: { id: 'step.poster', defaultMessage: 'Making the picture' },
  swatch: { id: 'step.swatch', defaultMessage: 'Cutting the swatch' },
  store: { id: 'step.store', defaultMessage: 'Storing' },
  publish: { id: 'step.publish', defaultMessage: 'Putting it on the product' },
})

export const variantTerms = defineMessages({
  preview: { id: 'variant.preview', defaultMessage: 'Preview, for far stands' },
  web: { id: 'variant.web', defaultMessage: 'For walking by' },
  webLod1: { id: 'variant.webLod1', defaultMessage: 'For walking by, simplified once' },
  webLod2: { id: 'variant.webLod2', defaultMessage: 'For walking by, simplified twice' },
  webLod3: { id: 'variant.webLod3', defaultMessage: 'Beyond 15 m' },
  detail: { id: 'variant.detail', defaultMessage: 'For inspection' },
  poster: { id: 'variant.poster', defaultMessage: 'Picture' },
  swatch: { id: 'variant.swatch', defaultMessage: 'Swatch at true size' },
})
