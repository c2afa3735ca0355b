import { Anchor, Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Favourite } from '#shared/protocol/favourites.ts'
import { meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import pageClasses from '../ui-kit/page.module.css'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { favouritesQuery } from './catalogue-queries.ts'
import { ProductTiles } from './product-tiles.tsx'
import { useFavouritesCsv } from './use-favourites-csv.ts'

const labels = defineMessages({
  title: { id: 'favourites.title', defaultMessage: 'Favourites' },
})

const byCompany = (favourites: readonly Favourite[]) =>
  [...Map.groupBy(favourites, ({ company }) => company.id).values()].flatMap((goods) =>
    goods[0] ? [{ company: goods[0].company, goods }] : [],
  )

/** Guests keep things in this browser alone; an account carries them on. */
const GuestNote = () => {
  const { data: me } = useQuery(meQuery)
  if (!me || me.email) return null
  return (
    <p className={pageClasses.muted}>
      <FormattedMessage
        id="favourites.guest"
        defaultMessage="They are kept for this browser. <link>Sign in</link>, and they go with you."
        values={{
          link: (text) => (
            <Anchor key="link" component={Link} to="/sign-in?next=/favourites">
              {text}
            </Anchor>
          ),
        }}
      />
    </p>
  )
}

const Nothing = () => (
  <>
    <p className={pageClasses.lede}>
      <FormattedMessage
        id="favourites.none"
        defaultMessage="Nothing is kept yet. The heart on a product, in the lists and in the halls, keeps it here."
      />
    </p>
    <Button component={Link} to="/products" mt="md">
      <FormattedMessage id="favourites.look" defaultMessage="Look through the goods" />
    </Button>
  </>
)

export const Page = () => {
  const intl = useIntl()
  const query = useQuery(favouritesQuery)
  const save = useFavouritesCsv()
  return (
    <PageFrame title={intl.formatMessage(labels.title)}>
      <Loaded query={query}>
        {({ favourites }) =>
          favourites.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <Group justify="space-between" align="center">
                <span role="status">
                  <FormattedMessage
                    id="favourites.count"
                    defaultMessage="{count, plural, one {# product} other {# products}}"
                    values={{ count: favourites.length }}
                  />
                </span>
                <Button
                  variant="outline"
                  color="ink.9"
                  size="sm"
                  leftSection={<IconDownload size={16} />}
                  onClick={() => save(favourites)}
                >
                  <FormattedMessage id="favourites.csv" defaultMessage="Save as a table (CSV)" />
                </Button>
              </Group>
              <GuestNote />
              {byCompany(favourites).map(({ company, goods }) => (
                <Section
                  key={company.id}
                  title={
                    <Anchor component={Link} to={`/companies/${company.id}`} c="inherit" inherit>
                      {company.name}
                    </Anchor>
                  }
                >
                  <ProductTiles products={goods} withCompany={false} />
                </Section>
              ))}
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}
