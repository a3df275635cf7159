import { describe, expect, test } from 'vitest'
import { findAll, parseHtml, readHtml, textOf } from './html.ts'

const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head><title>Error: Name &amp; place – Goldthread</title></head><body>
<form method="post" action="/sign-out"><input type="hidden" name="_csrf" value="t1"/><button>Sign out</button></form>
<main><!-- <h1>not this</h1> -->
<div class="govuk-error-summary"><ul class="govuk-list govuk-error-summary__list"><li><a href="#name">Enter a name</a></li></ul></div>
<h1>Name <span class="hidden">and</span>
 place</h1>
<form method="POST"><p id="name-error" class="govuk-error-message"><span>Error:</span> Enter a name</p>
<input name="name" value="a &quot;b&quot; &#x27;c&#39; &lt;d&gt;"/><input type="checkbox" name="r" value="1" checked/><input type="checkbox" name="r" value="2"/>
<input type="checkbox" name="r" value="3" checked/><input type="radio" name="k" value="x"/><input type="file" name="f"/>
<select name="s"><option value="">None</option><option selected>Two</option></select><textarea name="t">line 1
line 2</textarea><input name="unsent" value="&amp;amp;"/><button type="submit" name="go">Save <b>it</b></button></form>
<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><a href="/x?a=1&amp;b=2">two</a></td></tr></table>
<script>var x = "<h1>no</h1>"</script></main></body></html>`

describe('readHtml', () => {
  const page = readHtml(PAGE)
  test('reads what a person reads', () => {
    expect(page).toMatchObject({ title: 'Error: Name & place – Goldthread', h1: 'Name and place' })
    expect(page.text).toContain('Name and place')
    expect(page.text).not.toContain('no')
    expect(page.errors).toEqual([{ text: 'Enter a name', href: '#name' }])
    expect(page.fieldErrors).toEqual({ 'name-error': 'Enter a name' })
    expect(page.links.at(-1)).toEqual({ text: 'two', href: '/x?a=1&b=2' })
    expect(page.tables).toEqual([
      [
        ['A', 'B'],
        ['1', 'two'],
      ],
    ])
  })

  test('reads what a form would send', () => {
    expect(page.forms).toEqual([
      { method: 'post', action: '/sign-out', fields: { _csrf: 't1' }, buttons: ['Sign out'], afterFile: [] },
      {
        method: 'post',
        action: undefined,
        fields: { name: `a "b" 'c' <d>`, r: ['1', '3'], s: 'Two', t: 'line 1\nline 2', unsent: '&amp;' },
        buttons: ['Save it'],
        afterFile: ['s', 't', 'unsent'],
      },
    ])
  })

  test('is empty for an answer that is no page', () => {
    expect(readHtml('{"a":1}')).toMatchObject({ title: '', h1: '', forms: [], errors: [] })
  })
})

test('findAll takes a name, a class, an id or a name with classes', () => {
  const root = parseHtml('<p class="a b">1</p><p class="a">2</p><div id="x" class="b">3</div>')
  const found = (selector: string) => findAll(root, selector).map(textOf)
  expect(found('p')).toEqual(['1', '2'])
  expect(found('.b')).toEqual(['1', '3'])
  expect(found('#x')).toEqual(['3'])
  expect(found('p.a.b')).toEqual(['1'])
  expect(found('section')).toEqual([])
})
