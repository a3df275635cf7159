import type { JSX } from 'preact'
import { render } from 'preact-render-to-string'

/** The HTML of a whole page. */
export const renderPage = (page: JSX.Element): string => `<!DOCTYPE html>\n${render(page)}`
