import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { guestNumber } from '#client/accounts/guest-number.ts'
import { WayIn } from '#client/accounts/way-in.tsx'
import { queryClient } from '#client/net/queries.ts'
import { LANYARD_COLOURS } from '#client/ui-kit/theme.ts'
import type { Me } from '#shared/protocol/accounts.ts'

const id = 'guest:0000013d-0000-4000-8000-000000000001'
const me: Me = {
  principal: { kind: 'guest', id, name: '', comesAs: 'visitor' },
  lanyard: 'visitor',
  emailVerified: false,
  memberships: [],
  setupOpen: false,
}

const html = renderToStaticMarkup(
  <MantineProvider>
    <IntlProvider locale="en">
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={['/halls/hall-a?stand=7']}>
          <WayIn me={me} title="Hall A" />
        </MemoryRouter>
      </QueryClientProvider>
    </IntlProvider>
  </MantineProvider>,
)

describe('the way in', () => {
  it('offers to go in under a name that is ready, the same each time', () => {
    expect(guestNumber(id)).toBe(417)
    expect(html).toContain('Go in as “Guest 417”')
  })

  it('keeps guests’ numbers to three digits', () => {
    expect(guestNumber('guest:00000000-0000-4000-8000-000000000001')).toBe(100)
    expect(guestNumber('guest:ffffffff-0000-4000-8000-000000000001')).toBeLessThan(1000)
  })

  it('offers the lanyards that anybody may wear, and no other', () => {
    expect(html.match(/type="radio"/g)).toHaveLength(4)
    for (const word of ['Buyer', 'Designer', 'Press', 'Visitor']) expect(html).toContain(word)
    for (const word of ['Exhibitor', 'Host', 'Organiser']) expect(html).not.toContain(word)
  })

  it('hangs from the lanyard that is chosen', () => {
    expect(html).toMatch(new RegExp(`ribbon[^>]*background:${LANYARD_COLOURS.visitor}`))
  })

  it('brings whoever signs in back to where they were', () => {
    expect(html).toContain('/sign-in?next=%2Fhalls%2Fhall-a%3Fstand%3D7')
  })
})
