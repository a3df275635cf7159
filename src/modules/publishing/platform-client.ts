import type { JsonObject } from './model/json.ts'

/** Where notices are sent: the platform's address and the key that the authority made there. */
export type NoticePlatform = { readonly address: string; readonly key: string }

export type SendResult =
  | { readonly ok: true; readonly reference: string }
  /** isUnclear: it may have arrived; somebody has to look on the platform before it is sent again. */
  | { readonly ok: false; readonly why: string; readonly isUnclear: boolean }

export type ClientSettings = {
  readonly attempts: number
  readonly timeoutMs: number
  /** Waits this long before the second attempt, twice as long before the third, unless the platform says longer. */
  readonly waitMs: number
  readonly longestWaitMs: number
}
const SETTINGS: ClientSettings = { attempts: 3, timeoutMs: 20_000, waitMs: 1_000, longestWaitMs: 10_000 }

const SUBMIT = '/notice/submission/submit'
/** Answers after which the platform has certainly not taken the notice, and may take it later. */
const TRY_AGAIN = new Set([429, 503])
/** Never reached the platform at all. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])
const MOST_ANSWER = 100_000

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** The platform's own words, short and without the key should it echo it. */
const said = (text: string, { key }: NoticePlatform): string =>
  text.slice(0, MOST_ANSWER).replaceAll(key, '…').replaceAll(/\s+/g, ' ').trim().slice(0, 300)

const referenceIn = (text: string): string | null => {
  try {
    const answer: unknown = JSON.parse(text)
    const id = (answer as { submission_id?: unknown } | null)?.submission_id
    return typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) ? id : null
  } catch {
    return null
  }
}

type Attempt = SendResult & { readonly mayTryAgain?: boolean; readonly afterMs?: number }

const readAnswer = async (response: Response, platform: NoticePlatform): Promise<Attempt> => {
  const text = await response.text()
  if (response.ok) {
    const reference = referenceIn(text)
    return reference === null
      ? {
          ok: false,
          isUnclear: true,
          why: `the platform answered without a submission id: ${said(text, platform)}`,
        }
      : { ok: true, reference }
  }
  const afterMs = Number(response.headers.get('retry-after')) * 1000
  const isServerFault = response.status >= 500 && !TRY_AGAIN.has(response.status)
  return {
    ok: false,
    isUnclear: isServerFault,
    why: `the platform answered ${response.status}: ${said(text, platform) || 'without a word'}`,
    mayTryAgain: TRY_AGAIN.has(response.status),
    ...(afterMs > 0 ? { afterMs } : {}),
  }
}

const codeOf = (error: unknown): string => {
  const cause = (error as { cause?: { code?: unknown } }).cause
  return typeof cause?.code === 'string' ? cause.code : ''
}

const attempt = async (
  platform: NoticePlatform,
  body: URLSearchParams,
  idempotencyKey: string,
  timeoutMs: number,
): Promise<Attempt> => {
  try {
    const response = await fetch(`${platform.address.replace(/\/$/, '')}${SUBMIT}`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'CDP-Api-Key': platform.key, 'Idempotency-Key': idempotencyKey },
      body,
      // A redirect would carry the key to another address.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return await readAnswer(response, platform)
  } catch (error) {
    const code = codeOf(error)
    return NOT_REACHED.has(code)
      ? { ok: false, isUnclear: false, why: `the platform cannot be reached (${code})`, mayTryAgain: true }
      : { ok: false, isUnclear: true, why: `the connection broke off (${code || 'no answer in time'})` }
  }
}

/**
 * Submits one notice as the platform's published interface describes it: a form with the notice in base64, the key in
 * `CDP-Api-Key`, a submission id in the answer (https://www.find-tender.service.gov.uk/apidocumentation/api-how-to-guide).
 * NOT TRIED against the real service: that guide speaks of XML of the earlier forms, and the payload for UK1 to UK17 is not
 * settled. Tries again only where the notice has certainly not arrived: nothing says that the platform heeds the
 * idempotency key. Never throws, and never tells the key.
 */
export const sendNotice = async (
  platform: NoticePlatform,
  notice: { readonly id: string; readonly package: JsonObject },
  settings: ClientSettings = SETTINGS,
): Promise<SendResult> => {
  const body = new URLSearchParams({ notice: Buffer.from(JSON.stringify(notice.package)).toString('base64') })
  for (let count = 1; ; count++) {
    const result = await attempt(platform, body, notice.id, settings.timeoutMs)
    if (result.ok) return { ok: true, reference: result.reference }
    const { why, isUnclear, mayTryAgain, afterMs } = result
    const pause = Math.max(afterMs ?? 0, settings.waitMs * 2 ** (count - 1))
    if (!mayTryAgain || count >= settings.attempts || pause > settings.longestWaitMs)
      return { ok: false, why, isUnclear }
    await wait(pause)
  }
}
