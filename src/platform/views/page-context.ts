import type { AssetManifest } from './asset-manifest.ts'

export interface NavigationLink {
  readonly text: string
  readonly href: string
  /** Whether the page is in this section. */
  readonly isCurrent?: boolean | undefined
}

/** Who is signed in. */
export interface Visitor {
  readonly personName: string
  readonly organisationName?: string | undefined
  readonly accountPath?: string | undefined
  /** Where this person's notes are, and how many are not read. */
  readonly inbox?: { readonly path: string; readonly unread: number } | undefined
  readonly signOutPath: string
}

/** What every page needs besides its own content; built once for each request. */
export interface PageContext {
  readonly assets: AssetManifest
  /** Asked only where a form stands on the page. */
  readonly csrfToken: () => string
  readonly navigation: readonly NavigationLink[]
  /** The pages of the section one is in; shown where there are several. */
  readonly navigationWithin?: readonly NavigationLink[] | undefined
  readonly visitor?: Visitor | undefined
  /** Shown to those who are not signed in; no link without it. */
  readonly signInPath?: string | undefined
  /** Marks the site as one with made-up data. */
  readonly isDemonstration: boolean
  readonly homePath?: string | undefined
}
