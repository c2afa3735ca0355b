import { Burger, Button } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { Locale, LOCALES } from '#shared/model/text.ts'
import type { Me } from '#shared/protocol/accounts.ts'
import { meQuery } from '../net/queries.ts'
import { CompareBar } from '../catalogue/compare-bar.tsx'
import { SessionSoon } from '../programme/index.ts'
import { EnquiryWatch, UnreadEnquiries } from '../trade/index.ts'
import { useLanguage } from './language.tsx'
import { LineNotice } from './line-notice.tsx'
import classes from './shell.module.css'

const labels = defineMessages({
  language: { id: 'shell.language', defaultMessage: 'Language' },
  menu: { id: 'shell.menu', defaultMessage: 'Menu' },
  main: { id: 'shell.main', defaultMessage: 'Main' },
})

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский' }

const LanguageChoice = () => {
  const { locale, choose } = useLanguage()
  const intl = useIntl()
  return (
    <select
      className={classes.language}
      aria-label={intl.formatMessage(labels.language)}
      value={locale}
      onChange={({ currentTarget }) => choose(Locale.parse(currentTarget.value))}
    >
      {LOCALES.map((value) => (
        <option key={value} value={value}>
          {LANGUAGE_NAMES[value]}
        </option>
      ))}
    </select>
  )
}

const NavLinks = ({ me }: { me: Me | undefined }) => (
  <>
    <NavLink className={classes.link ?? ''} to="/plan">
      <FormattedMessage id="shell.plan" defaultMessage="Hall plan" />
    </NavLink>
    <NavLink className={classes.link ?? ''} to="/exhibitors">
      <FormattedMessage id="shell.exhibitors" defaultMessage="Exhibitors" />
    </NavLink>
    <NavLink className={classes.link ?? ''} to="/products">
      <FormattedMessage id="shell.products" defaultMessage="Goods" />
    </NavLink>
    <NavLink className={classes.link ?? ''} to="/programme">
      <FormattedMessage id="shell.programme" defaultMessage="Programme" />
    </NavLink>
    <NavLink className={classes.link ?? ''} to="/favourites">
      <FormattedMessage id="shell.favourites" defaultMessage="Favourites" />
    </NavLink>
    {me?.email && (
      <NavLink className={classes.link ?? ''} to="/enquiries">
        <FormattedMessage id="enquiry.own.title" defaultMessage="My enquiries" />
        <Suspense>
          <UnreadEnquiries of="own" />
        </Suspense>
      </NavLink>
    )}
    {me?.principal.companyId && (
      <NavLink className={classes.link ?? ''} to="/desk">
        <FormattedMessage id="shell.desk" defaultMessage="My company" />
        <Suspense>
          <UnreadEnquiries of="company" />
        </Suspense>
      </NavLink>
    )}
    {me?.lanyard === 'organiser' && (
      <NavLink className={classes.link ?? ''} to="/organiser">
        <FormattedMessage id="shell.organiser" defaultMessage="Organisers’ desk" />
      </NavLink>
    )}
  </>
)

const AccountChoice = ({ me }: { me: Me | undefined }) => {
  if (!me) return null
  return (
    <>
      {me.principal.name && (
        <NavLink className={classes.link ?? ''} to="/profile">
          {me.principal.name}
        </NavLink>
      )}
      {!me.email && (
        <Button component={Link} to="/sign-in" size="sm" variant="outline" color="ink.9">
          <FormattedMessage id="shell.signIn" defaultMessage="Sign in" />
        </Button>
      )}
    </>
  )
}

/** What stands around every 2D page. */
export const Shell = () => {
  const intl = useIntl()
  const { data: me } = useQuery(meQuery)
  const wide = useMediaQuery('(min-width: 1080px)', true, { getInitialValueInEffect: false })
  const [open, menu] = useDisclosure(false)
  const { pathname } = useLocation()
  const { close } = menu
  useEffect(close, [pathname, close])
  return (
    <>
      <a className="skip-link" href="#content">
        <FormattedMessage id="shell.skip" defaultMessage="Skip to content" />
      </a>
      <header className={classes.header}>
        <Link className={classes.brand} to="/">
          Fairloom
        </Link>
        <Suspense>{!wide && !open && me?.email && <UnreadEnquiries of="both" />}</Suspense>
        {!wide && (
          <Burger
            opened={open}
            onClick={menu.toggle}
            aria-label={intl.formatMessage(labels.menu)}
            aria-expanded={open}
            aria-controls="main-menu"
            size="sm"
          />
        )}
        {(wide || open) && (
          <nav
            id="main-menu"
            className={wide ? classes.nav : classes.sheet}
            aria-label={intl.formatMessage(labels.main)}
          >
            <NavLinks me={me} />
            <AccountChoice me={me} />
            <LanguageChoice />
          </nav>
        )}
      </header>
      <LineNotice />
      <Suspense>{me?.email && <EnquiryWatch personId={me.principal.id} />}</Suspense>
      <Suspense>{me && <SessionSoon isSignedIn={me.email !== undefined} />}</Suspense>
      <main id="content">
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <span>Fairloom</span>
        <span>
          <FormattedMessage
            id="shell.colourNote"
            defaultMessage="Colours on screen are indicative; the lab dip decides."
          />
        </span>
      </footer>
      <CompareBar />
      <ScrollRestoration />
    </>
  )
}
