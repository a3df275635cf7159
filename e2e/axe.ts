import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Violation = { readonly rule: string; readonly where: readonly string[] }

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules whose answer hangs on how wide the window is; a page that was examined whole needs no others again. */
export const RULES_OF_WIDTH = ['target-size', 'scrollable-region-focusable', 'meta-viewport', 'bypass']

/**
 * What axe finds wrong with a page, by the rules of WCAG 2.2 AA and best practice, or by those named. What passes is not
 * told one by one: that took longer than the rules themselves. Nothing needs preloading: no page plays anything.
 */
export const findViolations = async (page: Page, rules?: readonly string[]): Promise<Violation[]> => {
  // Through the debugger, because the page's own policy rightly refuses a foreign script.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(
    async (runOnly: string[]) => {
      const { violations } = await (
        globalThis as unknown as {
          axe: {
            run: (
              options: object,
            ) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
          }
        }
      ).axe.run({ runOnly, resultTypes: ['violations'], preload: false })
      return violations.map((violation) => ({
        rule: violation.id,
        where: violation.nodes.map((node) => String(node.target)),
      }))
    },
    [...(rules ?? EVERY_RULE)],
  )
  return found
}

/** How many pixels a page is wider than the window: nothing, at any width from 320. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
