/** Looks at the page again and takes over the region with the same id; once that is finished, shows the page anew. */
const lookAgain = async (region: HTMLElement, url: string): Promise<void> => {
  const response = await fetch(url, { headers: { accept: 'text/html' } })
  if (!response.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = page.getElementById(region.id)
  if (!fresh?.dataset.liveUrl) {
    window.location.assign(url)
    return
  }
  if (fresh.textContent !== region.textContent) region.replaceChildren(...fresh.childNodes)
}

/** Follows long work without anybody having to load the page again. */
export const followLiveRegions = (): void => {
  for (const region of document.querySelectorAll<HTMLElement>('[data-live-url]')) {
    const { liveUrl = '', liveSeconds = '3' } = region.dataset
    const follow = () =>
      window.setTimeout(() => {
        // A network that is away for a while is no reason to stop.
        lookAgain(region, liveUrl)
          .catch(() => undefined)
          .finally(follow)
      }, Number(liveSeconds) * 1000)
    follow()
  }
}
