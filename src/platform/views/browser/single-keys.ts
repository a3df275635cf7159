/** Remembered in this browser: whoever speaks to the machine, or rests a hand on the keyboard, wants no single keys. */
const STORED = 'gt-single-keys'

const isOn = (): boolean => window.localStorage.getItem(STORED) !== 'off'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

const show = (box: HTMLElement): void => {
  box.hidden = false
  for (const hint of document.querySelectorAll<HTMLElement>('[data-key-hint]')) hint.hidden = !isOn()
  const button = box.querySelector<HTMLButtonElement>('[data-single-keys-switch]')
  if (button) button.textContent = isOn() ? 'Switch single keys off' : 'Switch single keys on'
}

/** Presses what bears `data-key` when that key is pressed alone; only on pages that tell of it, and until switched off. */
export const offerSingleKeys = (): void => {
  const box = document.querySelector<HTMLElement>('[data-single-keys]')
  if (!box) return
  show(box)
  box.querySelector('[data-single-keys-switch]')?.addEventListener('click', () => {
    window.localStorage.setItem(STORED, isOn() ? 'off' : 'on')
    show(box)
  })
  let isSent = false
  document.addEventListener('keydown', (event) => {
    if (isSent || !isOn() || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    if (isTyping(event.target)) return
    const pressed = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
    if (!pressed) return
    event.preventDefault()
    // One decision a page: a second press would be about the case that comes next, which nobody has seen yet.
    isSent = true
    pressed.click()
  })
}
