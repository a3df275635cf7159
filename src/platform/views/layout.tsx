import type { ComponentChildren } from 'preact'
import { CsrfToken } from './csrf-field.tsx'
import { classes } from './govuk/attributes.ts'
import { BackLink } from './govuk/back-link.tsx'
import { Breadcrumbs } from './govuk/breadcrumbs.tsx'
import { NotificationBanner } from './govuk/notification-banner.tsx'
import { SkipLink } from './govuk/skip-link.tsx'
import type { PageContext } from './page-context.ts'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

export const THEME_COLOUR = '#0f2f27'

/** What happened, shown once above the page it led to. */
export interface Notice {
  readonly kind: 'success' | 'information'
  readonly text: string
}

/** What a page says of itself besides its content. */
export interface PageOptions {
  /** The title of the page, without the name of the service. */
  readonly title: string
  /** Starts the title with `Error:`, so that a screen reader says so first. */
  readonly hasErrors?: boolean | undefined
  /** One sentence for search engines; public pages only. */
  readonly description?: string | undefined
  readonly backLink?: { readonly href: string; readonly text?: string | undefined } | undefined
  readonly breadcrumbs?: readonly { readonly text: string; readonly href?: string | undefined }[] | undefined
  readonly notice?: Notice | undefined
  /** `narrow` keeps forms and prose to a readable line; `wide` lets tables and maps have the room. */
  readonly width?: 'narrow' | 'wide' | undefined
}

export interface LayoutProps extends PageOptions {
  readonly context: PageContext
  readonly children: ComponentChildren
}

const Head = ({ context: { assets }, title, hasErrors, description }: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${hasErrors ? 'Error: ' : ''}${title} – Goldthread`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content={THEME_COLOUR} />
    {description && <meta name="description" content={description} />}
    <link rel="icon" href={assets['favicon.svg']} type="image/svg+xml" />
    <link rel="stylesheet" href={assets['app.css']} />
    <script type="module" src={assets['app.js']} />
  </head>
)

const WayBack = ({ backLink, breadcrumbs }: Pick<LayoutProps, 'backLink' | 'breadcrumbs'>) => (
  <>
    {breadcrumbs && <Breadcrumbs items={breadcrumbs} collapseOnMobile />}
    {backLink && (
      <nav aria-label="Back">
        <BackLink href={backLink.href} text={backLink.text} />
      </nav>
    )}
  </>
)

const Body = ({ context, backLink, breadcrumbs, width, notice, children }: LayoutProps) => (
  <body class="govuk-template__body">
    {/* Before any content, so that what only makes sense with a script never flickers. */}
    <script src={context.assets['early.js']} />
    <SkipLink href="#main-content">Skip to main content</SkipLink>
    <SiteHeader context={context} />
    <div class="govuk-width-container gt-page">
      <WayBack backLink={backLink} breadcrumbs={breadcrumbs} />
      <main
        class={classes('govuk-main-wrapper gt-main', width !== 'wide' && 'gt-main--narrow')}
        id="main-content"
      >
        {notice && <NotificationBanner type={notice.kind}>{notice.text}</NotificationBanner>}
        {children}
      </main>
    </div>
    <SiteFooter />
  </body>
)

/** The frame of every page. The page brings its own `h1`. */
export const Layout = (props: LayoutProps) => (
  <CsrfToken.Provider value={props.context.csrfToken}>
    <html lang="en-GB" class="govuk-template">
      <Head {...props} />
      <Body {...props} />
    </html>
  </CsrfToken.Provider>
)
