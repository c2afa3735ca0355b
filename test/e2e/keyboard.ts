import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STEPS = 40

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/**
 * Goes to something as somebody does who has no mouse. The way there by Tab is taken at once: what counts is that Tab
 * stops at it, and that the focus stays.
 */
export const reach = async (target: Locator): Promise<void> => {
  await expect(target).toBeVisible()
  await expect(target).toBeEnabled()
  expect(await target.evaluate((element: HTMLElement) => element.tabIndex), `Tab stops at ${target}`).toBe(0)
  await target.focus()
  expect(await hasFocus(target), `${target} takes the focus`).toBe(true)
}

export const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await reach(target)
  await target.page().keyboard.press(key)
}

export const write = async (target: Locator, text: string): Promise<void> => {
  await reach(target)
  await target.page().keyboard.insertText(text)
}

/** Goes on with an arrow key until something has the focus. */
const arrowTo = async (target: Locator, key: 'ArrowDown' | 'ArrowRight'): Promise<void> => {
  await expect(target).toBeVisible()
  for (let steps = 0; !(await hasFocus(target)); steps++) {
    expect(steps, `an arrow leads to ${target}`).toBeLessThan(MOST_STEPS)
    await target.page().keyboard.press(key)
  }
}

/** Chooses one of the tabs: the chosen one is a stop, arrows lead to the others. */
export const openTab = async (page: Page, name: string): Promise<void> => {
  await reach(page.getByRole('tab', { selected: true }))
  const tab = page.getByRole('tab', { name: new RegExp(name) })
  await arrowTo(tab, 'ArrowRight')
  await expect(tab).toHaveAttribute('aria-selected', 'true')
}

/** Opens a menu and takes one of its items. */
export const takeFromMenu = async (opener: Locator, item: string): Promise<void> => {
  await press(opener)
  const page = opener.page()
  await arrowTo(page.getByRole('menuitem', { name: item, exact: true }), 'ArrowDown')
  await page.keyboard.press('Enter')
  // A menu that is closing has lost its items: no page is looked at meanwhile.
  await expect(page.getByRole('menu')).toHaveCount(0)
}
