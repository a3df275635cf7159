const PAUSE_MS = 3000

const send = async (form: HTMLFormElement, status: HTMLElement | null): Promise<void> => {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  fields.set('after', 'stay')
  const response = await fetch(form.action, { method: 'POST', body: fields })
  const time = new Date().toLocaleTimeString('en-GB')
  if (status)
    status.textContent = response.ok
      ? `Saved at ${time}. It counts when you submit it.`
      : 'Not saved. Press Save.'
}

/** Saves a form a moment after somebody stops typing; `data-autosave` names where to say so. Without a script, Save saves. */
export const saveAsTyped = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    const status = document.getElementById(form.dataset.autosave ?? '')
    let timer = 0
    form.addEventListener('input', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        send(form, status).catch(() => {
          if (status)
            status.textContent = 'Not saved: the network is away. Your text is still here; press Save.'
        })
      }, PAUSE_MS)
    })
    form.addEventListener('submit', () => window.clearTimeout(timer))
  }
}
