import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { fairQuery } from '../net/queries.ts'
import { OnNowList } from '../sessions/hall/on-now-list.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { HallPlan } from './hall-plan.tsx'

const labels = defineMessages({
  title: { id: 'planPage.title', defaultMessage: 'Hall plan' },
})

export const Page = () => {
  const intl = useIntl()
  const fair = useQuery(fairQuery)
  return (
    <PageFrame
      title={intl.formatMessage(labels.title)}
      lede={
        <FormattedMessage
          id="planPage.lede"
          defaultMessage="Choose a stand to see its goods and talk with its people, or walk in."
        />
      }
    >
      <Loaded query={fair}>
        {({ halls, stands }) =>
          halls.map((hall) => (
            <Section key={hall.id} title={hall.name}>
              <Group justify="space-between" mb="md">
                <FormattedMessage
                  id="planPage.visitors"
                  defaultMessage="{count, plural, =0 {Nobody is walking here at the moment} one {# visitor is here now} other {# visitors are here now}}"
                  values={{ count: hall.visitors }}
                />
                <Button component={Link} to={`/halls/${hall.slug}`}>
                  <FormattedMessage id="planPage.enter" defaultMessage="Walk in" />
                </Button>
              </Group>
              <OnNowList
                isHere={(place) =>
                  place.kind === 'area'
                    ? place.hallId === hall.id
                    : stands.some(({ id, hallId }) => id === place.standId && hallId === hall.id)
                }
              />
              <HallPlan hall={hall} stands={stands.filter(({ hallId }) => hallId === hall.id)} />
            </Section>
          ))
        }
      </Loaded>
    </PageFrame>
  )
}
