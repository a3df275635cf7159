import { CsrfField } from './csrf-field.tsx'
import { GoldThreadMark } from './gold-thread-mark.tsx'
import { PhaseBanner } from './govuk/phase-banner.tsx'
import { ServiceNavigation } from './govuk/service-navigation.tsx'
import type { NavigationLink, PageContext, Visitor } from './page-context.ts'

/** Signing out changes something, so it is a form, not a link that a prefetch could follow. */
const Account = ({ visitor }: { readonly visitor: Visitor }) => (
  <div class="gt-header__account">
    {visitor.organisationName && <span class="gt-header__organisation">{visitor.organisationName}</span>}
    {visitor.inbox && (
      <a class="gt-header__link" href={visitor.inbox.path}>
        Inbox
        {visitor.inbox.unread > 0 && (
          <>
            <span aria-hidden="true"> ({visitor.inbox.unread})</span>
            <span class="govuk-visually-hidden">, {visitor.inbox.unread} unread</span>
          </>
        )}
      </a>
    )}
    {visitor.accountPath ? (
      <a class="gt-header__link" href={visitor.accountPath}>
        <span class="govuk-visually-hidden">Your account: </span>
        {visitor.personName}
      </a>
    ) : (
      <span>{visitor.personName}</span>
    )}
    <form class="gt-header__sign-out" method="post" action={visitor.signOutPath}>
      <CsrfField />
      <button class="gt-header__link gt-header__button" type="submit">
        Sign out
      </button>
    </form>
  </div>
)

const Demonstration = () => (
  <div class="govuk-width-container">
    <PhaseBanner tag="Demonstration">
      The data on this site are made up. No person, firm or council in it is real.
    </PhaseBanner>
  </div>
)

/** A second row, for the pages of the section one is in. */
const Within = ({ links }: { readonly links: readonly NavigationLink[] }) => (
  <nav class="gt-within" aria-label="In this section">
    <div class="govuk-width-container">
      <ul class="gt-within__list">
        {links.map(({ text, href, isCurrent }) => (
          <li>
            <a class="gt-within__link" href={href} aria-current={isCurrent ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </nav>
)

export const SiteHeader = ({ context }: { readonly context: PageContext }) => (
  <header>
    <div class="gt-header">
      <div class="govuk-width-container gt-header__container">
        <a class="gt-header__home" href={context.homePath ?? '/'}>
          <GoldThreadMark />
          <span class="gt-header__name">Goldthread</span>
        </a>
        {context.visitor ? (
          <Account visitor={context.visitor} />
        ) : (
          context.signInPath && (
            <div class="gt-header__account">
              <a class="gt-header__link" href={context.signInPath}>
                Sign in
              </a>
            </div>
          )
        )}
      </div>
    </div>
    {context.navigation.length > 0 && (
      <ServiceNavigation
        navigationLabel="Sections"
        navigation={context.navigation.map(({ text, href, isCurrent }) => ({
          text,
          href,
          active: isCurrent,
        }))}
      />
    )}
    {(context.navigationWithin?.length ?? 0) > 1 && <Within links={context.navigationWithin ?? []} />}
    {context.isDemonstration && <Demonstration />}
  </header>
)
