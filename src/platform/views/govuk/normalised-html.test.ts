import { describe, expect, it } from 'vitest'
import { normalisedHtml } from './normalised-html.ts'

const same = (left: string, right: string) => normalisedHtml(left) === normalisedHtml(right)

describe('normalisedHtml', () => {
  it.each([
    ['the order of attributes', '<a href="/" class="x">y</a>', '<a class="x" href="/">y</a>'],
    ['whitespace at the edge of a block', '<p>\n  one\n</p>', '<p>one</p>'],
    ['whitespace between blocks', '<div>\n<p>one</p>\n</div>', '<div><p>one</p></div>'],
    ['a run of whitespace in a line', '<p>one\n   two</p>', '<p>one two</p>'],
    ['on which side of an inline tag a space stands', '<p>one<b> two</b></p>', '<p>one <b>two</b></p>'],
    ['how a character is written', '<p title="&quot;">&#39;&amp;</p>', "<p title='\"'>'&</p>"],
    ['how an empty attribute is written', '<input disabled>', '<input disabled="">'],
    ['how an empty element is closed', '<svg><path d="m"/></svg>', '<svg><path d="m"></path></svg>'],
  ])('ignores %s', (_, left, right) => {
    expect(same(left, right)).toBe(true)
  })

  it.each([
    ['text', '<p>one</p>', '<p>two</p>'],
    ['a space between words', '<p>one<b>two</b></p>', '<p>one <b>two</b></p>'],
    ['an attribute', '<p id="a">x</p>', '<p>x</p>'],
    ['the value of an attribute', '<p id="a">x</p>', '<p id="b">x</p>'],
    ['the order of classes', '<p class="a b">x</p>', '<p class="b a">x</p>'],
    ['a tag', '<p>x</p>', '<div>x</div>'],
    ['nesting', '<b><i>x</i></b>', '<b></b><i>x</i>'],
    ['the text of a textarea', '<textarea> x</textarea>', '<textarea>x</textarea>'],
    ['escaped markup', '<p>&lt;b&gt;</p>', '<p><b></p>'],
  ])('sees a difference in %s', (_, left, right) => {
    expect(same(left, right)).toBe(false)
  })
})
