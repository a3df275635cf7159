import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type HtmlForm, type ReadPage, readHtml } from './html.ts'

type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>

/** The page that a request ended on, redirects followed. */
type TestPage = ReadPage & {
  readonly status: number
  /** The last address, with its query. */
  readonly path: string
  /** The addresses gone through before it. */
  readonly redirects: readonly string[]
  readonly headers: LightMyRequestResponse['headers']
  readonly html: string
}

type TestUpload = { readonly field: string; readonly name: string; readonly content: string | Buffer }

/** A browser: keeps cookies, follows redirects, fills in and sends the forms of the page it is on. */
export type TestClient = {
  readonly get: (path: string) => Promise<TestPage>
  /**
   * Sends a form of the page it is on. Fields that are not given go as they stand in the form; `undefined`
   * leaves one out. `form` chooses by the form's action or the words on its button; else the first that posts.
   */
  readonly submit: (fields?: FormFields, form?: string) => Promise<TestPage>
  /** The same with a file, as a browser sends it: all fields first. */
  readonly upload: (file: TestUpload, fields?: FormFields, form?: string) => Promise<TestPage>
  /** The same to an address, without a form. */
  readonly uploadTo: (path: string, file: TestUpload, fields?: FormFields) => Promise<TestPage>
  /** Posts without a form; the newest token it has seen goes along unless `_csrf` is given. */
  readonly post: (path: string, fields?: FormFields) => Promise<TestPage>
  /** One request as it is, with the cookies; nothing is followed. */
  readonly request: (options: InjectOptions) => Promise<LightMyRequestResponse>
  /** The cookies, by name. A test may change them. */
  readonly cookies: Map<string, string>
}

const MAX_REDIRECTS = 5
let clients = 0

const encode = (fields: FormFields): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value ?? []].flat()) body.append(name, one)
  return body.toString()
}

/** A form with a file as a browser, or a program, sends it. */
export const encodeWithFile = async (fields: FormFields, file: TestUpload) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value ?? []].flat()) body.append(name, one)
  body.append(file.field, new Blob([new Uint8Array(Buffer.from(file.content))]), file.name)
  const encoded = new Response(body)
  return {
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  }
}

const chooseForm = (page: TestPage | undefined, wanted: string | undefined): HtmlForm => {
  const forms = (page?.forms ?? []).filter((form) => form.method === 'post')
  const found = forms.find(
    ({ action, buttons }) => wanted === undefined || action === wanted || buttons.includes(wanted),
  )
  if (!found) throw new Error(`there is no form ${wanted ?? 'that posts'} on ${page?.path ?? 'no page'}`)
  return found
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

export const openTestClient = (server: FastifyInstance): TestClient => {
  const cookies = new Map<string, string>()
  const number = clients++
  const remoteAddress = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
  let last: TestPage | undefined
  let token: string | undefined

  const request: TestClient['request'] = async (options) => {
    const response = await server.inject({ remoteAddress, cookies: Object.fromEntries(cookies), ...options })
    for (const { name, value, expires, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() <= Date.now())) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  const visit = async (options: InjectOptions & { url: string }): Promise<TestPage> => {
    const redirects: string[] = []
    let path = options.url
    let response = await request(options)
    while (response.statusCode === 303 || response.statusCode === 302) {
      redirects.push(path)
      path = String(response.headers.location)
      if (redirects.length > MAX_REDIRECTS || !path.startsWith('/')) throw new Error(`redirected to ${path}`)
      response = await request({ method: 'GET', url: path })
    }
    const html = response.body
    last = {
      ...readHtml(html),
      status: response.statusCode,
      path,
      redirects,
      headers: response.headers,
      html,
    }
    token = last.forms.map(({ fields }) => fields._csrf).find((value) => typeof value === 'string') ?? token
    return last
  }

  const sendFile = async (url: string, fields: FormFields, file: TestUpload) =>
    visit({ method: 'POST', url, ...(await encodeWithFile(fields, file)) })
  const target = (form: HtmlForm): string => form.action ?? last?.path ?? '/'

  return {
    cookies,
    request,
    get: (path) => visit({ method: 'GET', url: path }),
    submit: async (fields = {}, wanted) => {
      const form = chooseForm(last, wanted)
      const payload = encode({ ...form.fields, ...fields })
      return visit({ method: 'POST', url: target(form), headers: FORM, payload })
    },
    upload: async (file, fields = {}, wanted) => {
      const form = chooseForm(last, wanted)
      if (form.afterFile.length > 0) throw new Error(`a browser sends ${form.afterFile.join(', ')} too late`)
      return sendFile(target(form), { ...form.fields, ...fields }, file)
    },
    uploadTo: (path, file, fields = {}) => sendFile(path, { _csrf: token, ...fields }, file),
    post: (path, fields = {}) =>
      visit({ method: 'POST', url: path, headers: FORM, payload: encode({ _csrf: token, ...fields }) }),
  }
}
