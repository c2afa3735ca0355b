import '@fontsource-variable/noto-sans/index.css'
import '@fontsource-variable/noto-serif-display/index.css'
import '@mantine/core/styles.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import { z } from 'zod'
import { AssetVariant } from '#shared/model/asset.ts'
import { Showroom } from '#client/showroom/index.tsx'
import { createVisit } from '#client/showroom/state/visit.ts'
import { goToStand, inspect, jumpTo } from '#client/showroom/state/visit.ts'
import { theme } from '#client/ui-kit/theme.ts'
import russian from '#client/showroom/messages.ru.json'
import { demoHall } from './demo-hall.ts'
import { fakePresence } from './fake-presence.ts'
import { fixtureHall } from './fixture-hall.ts'

const query = new URLSearchParams(location.search)
const tier = z.enum(['auto', 'high', 'medium', 'low']).catch('high').parse(query.get('tier'))
const locale = query.get('locale') === 'ru' ? 'ru' : 'en'
const isDemo = query.get('fair') === 'demo'
const indexUrl = isDemo ? '/models/demo.json' : '/models/index.json'
const models = z.record(z.string(), z.array(AssetVariant)).parse(await (await fetch(indexUrl)).json())
const view = isDemo ? demoHall(models, query.get('hall') ?? 'hall-a') : fixtureHall(models, Number(query.get('stands') ?? 24))
const visit = createVisit(view, tier)
const stand = query.get('stand')
const startStand = stand === null ? undefined : view.stands[Number(stand)]
if (startStand) goToStand(visit, startStand.id, 'teleport')
const pose = query.get('pose')?.split(',').map(Number)
if (pose) {
  jumpTo(visit, pose[0] ?? 0, pose[1] ?? 0)
  visit.walker.headingRad = ((pose[2] ?? 0) * Math.PI) / 180
}
const product = query.get('product')
if (product !== null && startStand) inspect(visit, startStand.products[Number(product)]?.id ?? '')
Object.assign(globalThis, { visit, view })

const root = document.getElementById('root')
if (!root) throw new Error('the harness page has no root')
createRoot(root).render(
  <IntlProvider locale={locale} messages={locale === 'ru' ? russian : {}} onError={() => undefined}>
    <MantineProvider theme={theme}>
      <Showroom
        view={view}
        visit={visit}
        presence={fakePresence(Number(query.get('people') ?? 40))}
        quality={tier}
        renderDataSheet={(id) => <p>Data sheet of {id}</p>}
      />
    </MantineProvider>
  </IntlProvider>,
)
