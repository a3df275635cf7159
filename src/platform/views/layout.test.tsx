import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { AssetManifest } from './asset-manifest.ts'
import { ErrorPage } from './error-page.tsx'
import { sampleContext } from './gallery/sample-data.ts'
import { Layout, type PageOptions } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import { renderPage } from './render.ts'

const assets: AssetManifest = {
  'app.css': '/assets/app-1.css',
  'app.js': '/assets/app-2.js',
  'early.js': '/assets/early-3.js',
  'favicon.svg': '/assets/favicon-4.svg',
}

const page = (context: Partial<PageContext> = {}, options: Partial<PageOptions> = {}) =>
  renderPage(
    <Layout context={{ ...sampleContext(assets), ...context }} title="Payments" {...options}>
      <h1>Payments</h1>
    </Layout>,
  )

describe('Layout', () => {
  it('is a whole page in British English with a skip link to its content', () => {
    expect(page()).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB"/)
    expect(page()).toContain('<a href="#main-content" class="govuk-skip-link"')
    expect(page()).toMatch(/<main [^>]*id="main-content">/)
  })

  it('has a title that begins with the error, if there is one', () => {
    expect(page()).toContain('<title>Payments – Goldthread</title>')
    expect(page({}, { hasErrors: true })).toContain('<title>Error: Payments – Goldthread</title>')
  })

  it('has no inline script and no inline style', () => {
    expect(page()).not.toMatch(/ style=|<style| on[a-z]+=|<script(?![^>]* src="\/assets\/)/)
    expect(page()).toContain('<script type="module" src="/assets/app-2.js">')
  })

  it('signs out by a form with the token of the session', () => {
    expect(page()).toMatch(
      /<form [^>]*method="post" action="\/sign-out"><input type="hidden" name="_csrf" value="sample-token"/,
    )
  })

  it('offers to sign in and asks for no token where nobody is signed in', () => {
    const html = page({
      visitor: undefined,
      signInPath: '/sign-in',
      csrfToken: () => {
        throw new Error('asked for a token')
      },
    })
    expect(html).toContain('href="/sign-in"')
    expect(html).not.toContain('Sign out')
  })

  it('marks the section of the page', () => {
    expect(page().match(/aria-current="true"/g)).toHaveLength(1)
  })

  it('says that data are made up only in a demonstration', () => {
    expect(page()).toContain('Demonstration')
    expect(page({ isDemonstration: false })).not.toContain('Demonstration')
  })

  it('shows a notice, breadcrumbs and a back link where a page has them', () => {
    const html = page(
      {},
      {
        notice: { kind: 'success', text: 'Saved <b>' },
        breadcrumbs: [{ text: 'Home', href: '/' }],
        backLink: { href: '/spend' },
      },
    )
    expect(html).toContain('Saved &lt;b>')
    expect(html).toContain('govuk-breadcrumbs')
    expect(html).toContain('<a href="/spend" class="govuk-back-link">Back</a>')
    expect(page()).not.toMatch(/govuk-notification-banner|govuk-breadcrumbs|govuk-back-link/)
  })
})

describe('ErrorPage', () => {
  it('says what happened, what to do and by what to ask for help', () => {
    const html = render(
      <ErrorPage
        context={sampleContext(assets)}
        title="Page not found"
        paragraphs={['Check the address.']}
        reference="req-1"
      />,
    )
    expect(html).toContain('<h1>Page not found</h1><p>Check the address.</p>')
    expect(html).toContain('<a href="/">Go to the start page</a>')
    expect(html).toContain('req-1')
  })
})
