import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastPage, listHref, pagesToOffer, readTableState, sortHref } from './table-state.ts'

const sortable = ['name', 'amount']

describe('readTableState', () => {
  it('reads the order and the page', () => {
    expect(readTableState({ sort: '-amount', page: '3' }, { sortable })).toEqual({
      sort: 'amount',
      direction: 'descending',
      page: 3,
      pageSize: 20,
    })
  })

  it('takes the default where the URL says nothing', () => {
    const options = { sortable, defaultSort: 'amount', defaultDirection: 'descending', pageSize: 50 } as const
    expect(readTableState({}, options)).toEqual({
      sort: 'amount',
      direction: 'descending',
      page: 1,
      pageSize: 50,
    })
  })

  it.each(['0', '-1', '1.5', 'two', '1e99', '', '9007199254740993', 'Infinity'])(
    'ignores the page %j',
    (page) => {
      expect(readTableState({ page }, { sortable }).page).toBe(1)
    },
  )

  it.each(['password', '__proto__', '--amount', 'amount; drop table', ''])('ignores the order %j', (sort) => {
    expect(readTableState({ sort }, { sortable, defaultSort: 'name' })).toMatchObject({
      sort: 'name',
      direction: 'ascending',
    })
  })

  it('takes the first of a parameter given twice', () => {
    expect(readTableState({ sort: ['name', '-amount'], page: ['2', '3'] }, { sortable })).toMatchObject({
      sort: 'name',
      page: 2,
    })
  })
})

describe('listHref', () => {
  it('keeps the filters and leaves out what is undefined', () => {
    expect(
      listHref('/x', { q: 'a & b', place: ['1', '2'], page: '4' }, { page: undefined, sort: '-amount' }),
    ).toBe('/x?q=a+%26+b&place=1&place=2&sort=-amount')
    expect(listHref('/x', { page: '2' }, { page: undefined })).toBe('/x')
  })
})

describe('sortHref', () => {
  const state = { sort: 'name', direction: 'ascending', page: 2, pageSize: 20 } as const

  it('begins in the first direction of the column and on the first page', () => {
    expect(sortHref('/x', { page: '2' }, state, { name: 'amount', firstDirection: 'descending' })).toBe(
      '/x?sort=-amount',
    )
  })

  it('turns round the column that is sorted by', () => {
    expect(sortHref('/x', {}, state, { name: 'name' })).toBe('/x?sort=-name')
    expect(sortHref('/x', {}, { ...state, direction: 'descending' }, { name: 'name' })).toBe('/x?sort=name')
  })

  it('is read back as the order that it asks for', () => {
    const href = sortHref('/x', {}, state, { name: 'amount', firstDirection: 'descending' })
    const query = Object.fromEntries(new URL(href, 'http://x').searchParams)
    expect(readTableState(query, { sortable })).toMatchObject({ sort: 'amount', direction: 'descending' })
  })
})

describe('lastPage', () => {
  it('is 1 for an empty list', () => {
    expect([lastPage(0, 20), lastPage(20, 20), lastPage(21, 20)]).toEqual([1, 1, 2])
  })
})

describe('pagesToOffer', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, 'gap', 9]],
    [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [9, 9, [1, 'gap', 8, 9]],
  ])('on page %s of %s offers %s', (current, last, pages) => {
    expect(pagesToOffer(current, last)).toEqual(pages)
  })

  it('always offers the first, the last and the current page, in order, with no gap of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [current, last] = [Math.min(a, b), Math.max(a, b)]
        const offered = pagesToOffer(current, last)
        const numbers = offered.filter((page) => page !== 'gap')
        const isOrdered = numbers.every((page, at) => at === 0 || page > (numbers[at - 1] ?? 0))
        const hasSmallGap = offered.some(
          (page, at) => page === 'gap' && Number(offered[at + 1]) - Number(offered[at - 1]) === 2,
        )
        return [1, current, last].every((page) => numbers.includes(page)) && isOrdered && !hasSmallGap
      }),
    )
  })
})
