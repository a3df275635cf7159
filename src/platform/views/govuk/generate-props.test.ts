import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generateProps, listComponents } from './generate-props.ts'

describe('generateProps', () => {
  it('gives the committed file; if not, run `node src/platform/views/govuk/generate-props.ts`', () => {
    expect(readFileSync(new URL('props.generated.ts', import.meta.url), 'utf8')).toBe(generateProps())
  })

  it('declares the options of every component', () => {
    const declared = generateProps().match(/export interface \w+Options \{/g) ?? []
    expect(declared.length).toBe(listComponents().length)
  })

  it('leaves no option without a type', () => {
    expect(generateProps()).not.toMatch(/\b(undefined|object|any): |: (object|any|undefined)$/m)
  })
})
