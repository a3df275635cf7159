import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

export type Import = { readonly from: string; readonly to: string; readonly isTypeOnly: boolean }

export type SourceText = { readonly path: string; readonly text: string }

const targetOf = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('#')) return `src/modules/${specifier.slice(1)}/public.ts`
  if (specifier.startsWith('.')) return relative('.', join(dirname(from), specifier))
  return `node_modules/${specifier}`
}

/** Every import and re-export of a file, with the file or package it names. Throws where the file does not parse. */
export const importsOf = ({ path, text }: SourceText): Import[] => {
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0]?.message}`)
  const found: Import[] = []
  const add = (specifier: string, isTypeOnly: boolean) => {
    const to = targetOf(path, specifier)
    if (to) found.push({ from: path, to, isTypeOnly })
  }
  for (const entry of parsed.module.staticImports) {
    add(entry.moduleRequest.value, entry.entries.length > 0 && entry.entries.every((name) => name.isType))
  }
  for (const entry of parsed.module.staticExports) {
    for (const name of entry.entries) if (name.moduleRequest) add(name.moduleRequest.value, name.isType)
  }
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) add(match[1] ?? '', false)
  return found
}

export const readSources = (paths: readonly string[]): SourceText[] =>
  paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
