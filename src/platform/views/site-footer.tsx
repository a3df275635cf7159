const LINKS = [
  { text: 'What public money buys', href: '/public' },
  { text: 'Open data', href: '/open-data' },
  { text: 'How the figures are made', href: '/method' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy and cookies', href: '/privacy' },
  { text: 'Licence', href: '/licence' },
] as const

export const SiteFooter = () => (
  <footer class="gt-footer">
    <div class="govuk-width-container">
      <h2 class="govuk-visually-hidden">About this service</h2>
      <ul class="gt-footer__links">
        {LINKS.map(({ text, href }) => (
          <li>
            <a class="gt-footer__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p class="gt-footer__text">
        Goldthread is open-source software under the Apache 2.0 licence. Published figures are open data under
        the{' '}
        <a
          class="gt-footer__link"
          href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          rel="license"
        >
          Open Government Licence v3.0
        </a>
        , except where otherwise stated.
      </p>
    </div>
  </footer>
)
