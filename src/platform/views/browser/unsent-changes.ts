/** Asks before a page is left whose long form has changes that were not sent. */
export const warnOfUnsentChanges = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-warn-unsent]')) {
    let hasChanges = false
    form.addEventListener('input', () => {
      hasChanges = true
    })
    form.addEventListener('submit', () => {
      hasChanges = false
    })
    window.addEventListener('beforeunload', (event) => {
      if (hasChanges) event.preventDefault()
    })
  }
}
