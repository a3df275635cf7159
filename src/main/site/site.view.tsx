import type { ApiRoute } from '../../platform/http/route.ts'
import { Button, DataTable } from '../../platform/views/views.ts'

export const HomeView = ({
  isDemonstration,
  isSignedIn,
}: {
  readonly isDemonstration: boolean
  readonly isSignedIn: boolean
}) => (
  <>
    <h1>Follow the money to what it does</h1>
    <p class="govuk-body-l">
      Councils in England spend £127bn a year with suppliers. Goldthread shows where that money goes, what
      leaves the place that raised it, and what could change.
    </p>
    {isSignedIn ? (
      <p>Your account is not part of an organisation yet. Ask its administrator for an invitation.</p>
    ) : (
      <Button href="/sign-in" isStartButton>
        Sign in
      </Button>
    )}
    {isDemonstration && (
      <p>
        This is a demonstration. It shows Northmere, a made-up city in a made-up county. The sign-in page
        lists one account for each role, with something to try.
      </p>
    )}
    <h2>What you can do here today</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Hand in any council’s payment file, and see what became of each of its rows.</li>
      <li>See who was paid, in which month, for what, and where they are.</li>
      <li>See how much stays in the city, in the county and in the region, and how much nobody can place.</li>
      <li>
        See which <a href="/opportunities">contracts are open for bids</a>. Find suppliers in the{' '}
        <a href="/directory">supplier directory</a>, or list your own organisation.
      </li>
      <li>
        See <a href="/public">what public bodies bought and what came of it</a>, and take it all as{' '}
        <a href="/open-data">open data</a>.
      </li>
      <li>Follow every figure back to the row of the file it came from.</li>
    </ul>
    <p>
      <a href="/method">How the figures are made</a>
    </p>
  </>
)

/** What is asked of suppliers, and how it becomes a figure. */
const PeopleMethod = () => (
  <>
    <h2 id="surveys">What suppliers say in a survey</h2>
    <p>
      The suppliers that were paid most are asked, each by a link of its own. A number is the sum of what was
      reported; a share is of those who answered. Beside each stands who answered and what they were paid.
      Weighted by spending, a number is what all invited would report if the silent did as much for each pound
      as the others. The range of a share is what it would be if none, or all, of the silent said yes. Nobody
      checks the answers.
    </p>
    <h2 id="multiplier">What a pound sets off (LM3)</h2>
    <p>
      Round one is what was paid to the suppliers of a study. Round two is what they pay local staff and local
      suppliers of it, by their sheets. Round three is what those spend locally, by the sheets of groups of
      staff and of suppliers of suppliers. LM3 is the three rounds divided by the first (Sacks, 2002). It
      counts the whole payment as round one, also where the supplier is elsewhere; beside it stands what is
      set off beyond the first pound. Whoever did not answer is taken to spend nothing locally (low), the same
      share as those who did (central), or the share of the most local of them (high).
    </p>
    <h2 id="directory">The supplier directory</h2>
    <p>
      Suppliers list themselves, in their own words. A code to the address in the public register, or a
      council that asks them, makes sure that they speak for themselves. A moderator reads every entry; nobody
      verifies it.
    </p>
  </>
)

export const MethodView = () => (
  <>
    <h1>How these figures are made</h1>
    <p class="govuk-body-l">
      Every figure can be followed back to a row of a payment file. This page says what happens on the way.
    </p>
    <h2 id="payments">What counts as a payment</h2>
    <p>
      Each row of a file becomes one of three things: a payment, a row that is recognised as something else (a
      title, a header, a blank row, a total), or a rejected row with the reason. The three always add up to
      the file, in rows and in pence. The page of each file shows them, and lets you download the rejected
      rows.
    </p>
    <p>
      Credit notes and refunds are payments below zero and are taken off. Where a file gives an amount without
      VAT and one with VAT, we use the one without, because councils recover most VAT and the Local Government
      Transparency Code asks for the net amount. The page of the file says which column was used.
    </p>
    <p>
      The same file twice counts once. Payments that stand in two files count twice only if somebody has
      chosen that.
    </p>
    <h2 id="tiers">What “in the city” means</h2>
    <p>
      A place is a list of postcode areas, districts, sectors or official area codes. Places lie in one
      another: a city in a county, a county in a region. A payee belongs to the innermost place that holds its
      postcode. “Rest of the county” is what lies in the county but not in the city.
    </p>
    <p>
      A payee is placed by the postcode in the payment file. Where there is none, we look for its company
      number or charity number in a register, and then for exactly its name; a name that stands for several
      organisations is not used. The postcode is often that of a registered office, which may not be where the
      work is done or where staff live.
    </p>
    <h2 id="unknown">What we do not know</h2>
    <p>
      Payees that cannot be placed are a band of their own. They are never shared out over the other bands.
      The true local share lies between the share shown and that share plus the unknown part.
    </p>
    <h2 id="leakage">What “leaving” means</h2>
    <p>
      Money leaves a place when it is paid to a payee known to be outside it. Payees that could not be placed
      are not counted as outside. This is leakage at the first step only: what suppliers do with the money
      comes later, in their own spending.
    </p>
    <h2 id="individuals">People in payment files</h2>
    <p>
      Payment files name some sole traders, and withhold some names. All withheld names are kept together as
      one payee, and nothing is looked up about them.
    </p>
    <h2 id="shares">Shares and rounding</h2>
    <p>
      Sums are exact to the penny. Shares are rounded only when shown. Shares of a total at or below zero are
      not shown. A month is the month of the payment date in the file; where a file gives only a period, the
      period’s first month.
    </p>
    <PeopleMethod />
  </>
)

export const AccessibilityView = () => (
  <>
    <h1>Accessibility</h1>
    <p>
      This site is made to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page works
      without JavaScript and by keyboard, and can be read at a width of 320 pixels. Every chart has its
      figures in a table beneath it.
    </p>
    <p>
      Each page is checked by an automatic tool (axe) in a real browser before a change is accepted. Automatic
      tools find some problems, not all. No check by people who use assistive technology has been made yet.
    </p>
    <p>If something does not work for you, tell the organisation whose site this is.</p>
  </>
)

export const PrivacyView = () => (
  <>
    <h1>Privacy and cookies</h1>
    <p>
      One cookie, <code>goldthread</code>, keeps you signed in for up to twelve hours. It is set when you sign
      in or open a form, and holds nothing but a signed number. There are no other cookies, and nothing is
      loaded from other sites.
    </p>
    <p>
      We keep your name, your e-mail address and a record of what you change, so that the organisation you act
      for can answer for its figures. Passwords are kept only as argon2id hashes.
    </p>
    <p>
      Payment files can name people, such as sole traders. Those names are shown to staff of the organisation
      only.
    </p>
  </>
)

export const LicenceView = () => (
  <>
    <h1>Licence and sources</h1>
    <p>Goldthread is free software under the Apache License 2.0.</p>
    <p>
      It uses components of GOV.UK Frontend and MoJ Frontend (MIT licence). It is not a service of the
      government, and uses neither its crown nor its fonts.
    </p>
    <p>
      Postcode lookups, boundaries and registers are loaded by the organisation that runs this site.{' '}
      <a href="/places">Places</a> and <a href="/registers">Registers</a> show what is loaded, with its source
      and licence.
    </p>
  </>
)

export const ApiView = ({ routes }: { readonly routes: readonly ApiRoute[] }) => (
  <>
    <h1>API</h1>
    <p>
      What the pages read and do, programs can read and do as well. The description is{' '}
      <a href="/api/openapi.json">OpenAPI 3.1</a>. Make a token under your account, and send it with each
      request as <code>Authorization: Bearer …</code>. A token can do what its owner’s role allows, or less.
      Money is in whole pence.
    </p>
    <DataTable
      id="routes"
      caption="Addresses"
      rows={routes}
      empty={{ title: 'No addresses', purpose: 'The API is empty.' }}
      columns={[
        { name: 'path', header: 'Address', cell: (route) => <code>{`${route.method} ${route.path}`}</code> },
        { name: 'summary', header: 'What it does', cell: (route) => route.summary },
        { name: 'access', header: 'Who may', cell: (route) => route.access },
      ]}
    />
  </>
)
