import { Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import classes from './page.module.css'

/** The frame of a 2D page: its title (also the window's), an introduction, and what follows. */
export const PageFrame = ({
  title,
  lede,
  children,
}: {
  title: string
  lede?: ReactNode
  children: ReactNode
}) => {
  useEffect(() => {
    document.title = `${title} · Fairloom`
  }, [title])
  return (
    <div className={classes.page}>
      <Title order={1} mb="sm" fz={{ base: 34, sm: 46 }} lh={1.1}>
        {title}
      </Title>
      {lede && <div className={classes.lede}>{lede}</div>}
      {children}
    </div>
  )
}

export const Section = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className={classes.section}>
    <hr className={classes.rule} />
    <Title order={2} mb="lg" fz={28}>
      {title}
    </Title>
    {children}
  </section>
)
