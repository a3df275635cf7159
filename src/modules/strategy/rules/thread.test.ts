import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutThread, MOST_IN_COLUMN, wrapTitle } from './lay-out-thread.ts'
import { findOrphans } from './orphans.ts'
import {
  branchesOf,
  keyOf,
  NODE_KINDS,
  type NodeKind,
  reachedFrom,
  strandOf,
  type ThreadLink,
  type ThreadNode,
  weave,
} from './thread.ts'

const node = (kind: NodeKind, id: string): ThreadNode => ({
  kind,
  id,
  title: `${kind} ${id}`,
  href: null,
  note: '',
})
const link = (upper: ThreadNode, lower: ThreadNode): ThreadLink => ({ upper, lower })

const document = node('document', 'd')
const objective = node('objective', 'o')
const served = node('priority', 'served')
const unserved = node('priority', 'unserved')
const measure = node('measure', 'm')
const need = node('need', 'n')
const contract = node('contract', 'c')
const nodes = [document, objective, served, unserved, measure, need, contract]
const links = [
  link(document, objective),
  link(objective, served),
  link(objective, unserved),
  link(served, measure),
  link(need, served),
  link(served, contract),
]

describe('the thread', () => {
  const thread = weave({ nodes, links })

  test('tells all above and all below a node, in the order of the thread', () => {
    expect(reachedFrom(thread, contract, 'above').map(keyOf)).toEqual([
      'need:n',
      'document:d',
      'objective:o',
      'priority:served',
    ])
    expect(reachedFrom(thread, document, 'below')).toHaveLength(5)
    expect(branchesOf(thread, objective, 'below').map(({ node: lower }) => lower.id)).toEqual([
      'served',
      'unserved',
    ])
  })

  test('leaves out links whose ends are not there or that lead upwards', () => {
    const odd = weave({ nodes, links: [link(contract, served), link(served, node('delivery', 'gone'))] })
    expect(odd.below.size).toBe(0)
  })

  test('finds loose ends both ways', () => {
    const loose = [node('contract', 'stray'), node('need', 'unheard'), node('objective', 'bare')]
    const found = findOrphans(weave({ nodes: [...nodes, ...loose], links }))
    expect(found.map(({ node: { id }, reason }) => [id, reason])).toEqual([
      ['unserved', 'priority-nothing-serves'],
      ['unserved', 'priority-unmeasured'],
      ['stray', 'serves-nothing'],
      ['unheard', 'need-unanswered'],
      ['bare', 'objective-without-priority'],
    ])
  })

  test('a measure of its own does not serve a priority', () => {
    const found = findOrphans(
      weave({ nodes: [document, objective, served, measure], links: links.slice(0, 4) }),
    )
    expect(found.map(({ reason }) => reason)).toEqual(['priority-nothing-serves'])
  })
})

const KINDS = Object.keys(NODE_KINDS) as NodeKind[]
const graphs = fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 30 }).chain((kinds) => {
  const made = kinds.map((kind, at) => node(kind, String(at)))
  const end = fc.constantFrom(...made)
  return fc
    .array(fc.tuple(end, end), { maxLength: 40 })
    .map((pairs) => ({ nodes: made, links: pairs.map(([upper, lower]) => link(upper, lower)) }))
})

describe('any thread', () => {
  test('what is above a node has that node below it', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const thread = weave(graph)
        for (const one of graph.nodes)
          for (const upper of reachedFrom(thread, one, 'above'))
            expect(reachedFrom(thread, upper, 'below').map(keyOf)).toContain(keyOf(one))
      }),
      { numRuns: 60 },
    )
  })

  test('is drawn within its picture, no box on another', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const thread = weave(graph)
        const [focus] = graph.nodes
        if (!focus) return
        const picture = layOutThread(strandOf(thread, focus), focus)
        expect(picture.boxes.some(({ isFocus }) => isFocus)).toBe(true)
        for (const a of picture.boxes) {
          expect(a.y + a.height).toBeLessThanOrEqual(picture.height)
          for (const b of picture.boxes)
            if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the picture of a thread', () => {
  test('tells in words what a column has no room for', () => {
    const many = Array.from({ length: MOST_IN_COLUMN + 6 }, (_, at) => node('contract', String(at)))
    const thread = weave({ nodes: [served, ...many], links: many.map((lower) => link(served, lower)) })
    const picture = layOutThread(strandOf(thread, served), served)
    expect(picture.columns.at(-1)).toMatchObject({ label: 'Contracts', more: 6 })
    expect(picture.boxes).toHaveLength(MOST_IN_COLUMN + 1)
  })

  test('breaks long titles and ends what does not fit with an ellipsis', () => {
    expect(wrapTitle('Warm homes')).toEqual(['Warm homes'])
    const long = wrapTitle('Apprenticeships for people who have never had a chance of one before now')
    expect(long).toHaveLength(3)
    expect(long.at(-1)).toMatch(/…$/)
    expect(wrapTitle('x'.repeat(80))[0]).toHaveLength(20)
  })
})
