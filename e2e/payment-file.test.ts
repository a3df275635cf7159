import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations } from './axe.ts'
import { openBrowser, type Site, signIn, startSite } from './site.ts'

let site: Site
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'goldthread-files-'))

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
}, 60_000)

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A visitor with JavaScript or without. */
const anAnalyst = async (javaScriptEnabled: boolean): Promise<Page> => {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signIn(page, site.url, 'analyst')
  return page
}

const handIn = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${site.url}/spend/imports/new`)
  await page.setInputFiles('input[type=file]', path)
  await page.getByRole('button', { name: 'Hand it in' }).click()
  await page.waitForLoadState()
}

const waitForStatus = async (page: Page, status: string): Promise<void> => {
  for (let i = 0; i < 60; i++) {
    if ((await page.locator('main .govuk-tag').first().innerText()) === status) return
    await page.waitForTimeout(500)
    await page.reload()
  }
  throw new Error(`never became ${status}: ${await page.locator('main').innerText()}`)
}

const payments = (year: number): string =>
  [
    `"Payments over £500, June ${year}"`,
    '',
    'Paid,Supplier,Postcode,Service,Net',
    `03/06/${year},Thornwick Care Limited,NM1 1AA,Adults,"1,200.50"`,
    `04/06/${year},Callerby Roads,,Highways,(200.50)`,
    `sometime,Nobody Knows,,Highways,10.00`,
    'Grand total,,,,"1,000.00"',
  ].join('\r\n')

describe.each([
  ['with JavaScript', true, 2031],
  ['without JavaScript', false, 2032],
])('an analyst %s', (_name, hasScript, year) => {
  test('hands a file in, sees how it was read, counts it, follows a figure to its row, and undoes it', async () => {
    const page = await anAnalyst(hasScript)
    await handIn(page, fileOf(`june-${year}.csv`, payments(year)))
    expect(await page.locator('h1').innerText()).toBe(`june-${year}.csv`)
    expect(await page.locator('main').innerText()).toContain('Nothing is counted yet')
    expect(await page.locator('#sample').innerText()).toContain('Thornwick Care Limited')

    await page.getByRole('button', { name: 'Count this file' }).click()
    await waitForStatus(page, 'Counted')
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Rows in the file 7')
    expect(text).toContain('Payments 2, £1,000.00')
    expect(text).toContain('Rejected rows 1, £10.00')
    expect(text).toContain('£1,000.00, the same as we count')
    if (hasScript) expect(await findViolations(page)).toEqual([])

    await page.getByRole('link', { name: /See why/ }).click()
    expect(await page.locator('#rows').innerText()).toContain('sometime')

    await page.goto(`${site.url}/spend?from=${year}-06&to=${year}-06`)
    expect(await page.locator('main').innerText()).toContain('2 payments in 1 file')
    await page.goto(`${site.url}/spend/payments?from=${year}-06&to=${year}-06`)
    await page.getByRole('link', { name: `june-${year}.csv, row 4` }).click()

    await page.locator('summary', { hasText: 'Undo this import' }).click()
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await waitForStatus(page, 'Undone')
    await page.goto(`${site.url}/spend?from=${year}-06&to=${year}-06`)
    expect(await page.locator('main').innerText()).toContain('No payments yet')
  })
})

describe('an analyst', () => {
  test('corrects how a file is read, and the next file of the shape is read so', async () => {
    const page = await anAnalyst(true)
    const shape = (day: string) =>
      `Ref,Who,Gross,Amount paid,When\nA1,Thornwick Care,120.00,100.00,${day}\nA2,Callerby Roads,240.00,200.00,${day}\n`
    await handIn(page, fileOf('gross.csv', shape('05/06/2033')))
    await page.getByRole('link', { name: 'Correct how it is read' }).click()
    await page.getByLabel('Amount', { exact: true }).selectOption({ label: 'C: Gross' })
    await page.getByRole('button', { name: 'Try this' }).click()
    await page.waitForLoadState()
    expect(await page.locator('#sample').innerText()).toContain('£120.00')
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Count this file' }).click()
    await waitForStatus(page, 'Counted')
    expect(await page.locator('main').innerText()).toContain('£360.00')

    await handIn(page, fileOf('gross-2.csv', shape('06/07/2033')))
    expect(await page.locator('#sample').innerText()).toContain('£240.00')
  })

  test('is asked what becomes of payments that two files share', async () => {
    const page = await anAnalyst(true)
    const rows = (from: number, to: number) =>
      [
        'Date,Supplier,Amount',
        ...Array.from({ length: to - from }, (_, i) => `07/06/2034,Payee ${from + i},${from + i + 1}.00`),
      ].join('\n')
    for (const [name, content] of [
      ['first.csv', rows(0, 60)],
      ['second.csv', rows(30, 90)],
    ] as const) {
      await handIn(page, fileOf(name, content))
      await page.getByRole('button', { name: 'Count this file' }).click()
      await waitForStatus(page, name === 'first.csv' ? 'Counted' : 'Your choice')
    }
    expect(await page.locator('main').innerText()).toContain(
      '30 payments in this file (£1,365.00) stand in files that count already',
    )
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForLoadState()
    expect(await page.locator('.govuk-error-summary').innerText()).toContain(
      'Choose what becomes of the shared payments',
    )
    expect(await findViolations(page)).toEqual([])
    await page.getByLabel('Leave them out of this file').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await waitForStatus(page, 'Counted')
    expect((await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')).toContain(
      'Payments 30, £2,265.00',
    )
  })

  test.each([
    ['nothing', null, 'Choose a payment file'],
    ['an empty file', '', 'The file is empty'],
  ])('is told what to do after handing in %s', async (_name, content, sentence) => {
    const page = await anAnalyst(true)
    await page.goto(`${site.url}/spend/imports/new`)
    if (content !== null) await page.setInputFiles('input[type=file]', fileOf('empty.csv', content))
    await page.getByRole('button', { name: 'Hand it in' }).click()
    await page.waitForLoadState()
    expect(await page.locator('.govuk-error-summary').innerText()).toContain(sentence)
    expect(await findViolations(page)).toEqual([])
  })

  test.each([
    ['a PDF', 'payments.csv', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['a file of NUL bytes', 'nul.csv', Buffer.alloc(5000)],
    ['half a ZIP', 'half.zip', Buffer.from('504b0304140000000800', 'hex')],
    ['a name with a path', '..\\..\\etc\\passwd.csv', Buffer.from('%PDF-1.7 again')],
  ])('is told in a sentence that %s is no payment file', async (_name, name, content) => {
    const page = await anAnalyst(true)
    await page.goto(`${site.url}/spend/imports/new`)
    await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: content })
    await page.getByRole('button', { name: 'Hand it in' }).click()
    await page.waitForLoadState()
    expect(await page.locator('main .govuk-tag').first().innerText()).toBe('Not readable')
    expect(await page.locator('.govuk-inset-text').first().innerText()).toMatch(/^[A-Z].*\.$/s)
  })
})
