/**
 * Runs before the page is drawn, and tells the styles that scripts run and that GOV.UK's components may start.
 * A file of its own instead of GOV.UK's inline script, so that the content security policy needs no exception.
 */
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
