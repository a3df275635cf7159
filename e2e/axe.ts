import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Violation = { readonly rule: string; readonly where: readonly string[] }

/** What axe finds wrong with a page, by the rules of WCAG 2.2 AA and best practice. */
export const findViolations = async (page: Page): Promise<Violation[]> => {
  // Through the debugger, because the page's own policy rightly refuses a foreign script.
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
        }
      }
    ).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map((violation) => ({
      rule: violation.id,
      where: violation.nodes.map((node) => String(node.target)),
    }))
  })
  return found
}

/** How many pixels a page is wider than the window: nothing, at any width from 320. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
