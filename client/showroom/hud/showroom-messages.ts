import { defineMessages } from 'react-intl'

export const showroomMessages = defineMessages({
  sceneLabel: {
    id: 'showroom.scene.label',
    defaultMessage: 'View of {hall}. Every stand is also in the list “Stands”.',
  },
})
