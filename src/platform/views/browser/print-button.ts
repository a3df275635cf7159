/** Shows the buttons that print the page; without a script they would do nothing, so they begin hidden. */
export const offerPrinting = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
