import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterHtml } from './letter-html.ts'

const bodyOf = (html: string) => /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(html)?.[1]

describe('a letter as HTML', () => {
  test('has a paragraph for each of the text, its lines, and links where addresses stand', () => {
    expect(bodyOf(letterHtml('Hello', 'One & two\nthree.\n\nSee https://a.example/b?c=1&d=2.\n'))).toBe(
      '<p>One &amp; two<br>\nthree.</p>\n<p>See <a href="https://a.example/b?c=1&amp;d=2">https://a.example/b?c=1&amp;d=2</a>.</p>',
    )
  })

  test('says its language and its title, and fetches nothing', () => {
    const html = letterHtml('A <b>subject</b>', 'Text')
    expect(html).toContain('<html lang="en-GB">')
    expect(html).toContain('<title>A &lt;b&gt;subject&lt;/b&gt;</title>')
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(/)
  })

  test('lets no text become markup, whatever people wrote', () => {
    const hostile = fc.stringMatching(/^[<>"'&a-z:/=. \n]{0,60}$/)
    fc.assert(
      fc.property(hostile, fc.webUrl(), (text, url) => {
        const body = bodyOf(letterHtml(text, `${text} ${url} ${text}`)) ?? ''
        expect(body.replaceAll(/<\/?p>|<br>|<a href="https?:[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 100 },
    )
  })
})
