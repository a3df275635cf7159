import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { unreadableSentence } from '../messages.ts'
import type { JsonObject } from '../model/json.ts'
import type { Found } from '../model/reading.ts'
import { readReleases } from '../reading/read-releases.ts'

/** The text of a file, or of standard input for `-`, as it comes. */
export async function* chunksOf(file: string, terminal: Terminal): AsyncGenerator<string> {
  if (file === '-') {
    yield await terminal.readInput()
    return
  }
  try {
    yield* createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>
  } catch (error) {
    throw new Unusable(`The file "${file}" could not be read: ${(error as Error).message}.`)
  }
}

const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file)

export type FoundInFile = { readonly file: string; readonly found: Found }

/** What is found in each file, in order; no file means standard input. One release is held at a time. */
export async function* findReleases(
  files: readonly string[],
  terminal: Terminal,
): AsyncGenerator<FoundInFile> {
  for (const file of files.length === 0 ? ['-'] : files)
    for await (const found of readReleases(chunksOf(file, terminal))) yield { file: nameOf(file), found }
}

export type Unreadable = {
  readonly file: string
  readonly where: string
  readonly reason: string
  readonly sentence: string
}

export const unreadableOf = (file: string, found: Extract<Found, { ok: false }>): Unreadable => ({
  file,
  where: found.where,
  reason: found.reason,
  sentence: unreadableSentence(file, found),
})

/** All releases of some files in memory, and what could not be read, each told to the person at once. */
export const loadReleases = async (
  files: readonly string[],
  terminal: Terminal,
): Promise<{
  readonly releases: readonly (JsonObject & object)[]
  readonly places: readonly string[]
  readonly unreadable: readonly Unreadable[]
}> => {
  const releases: JsonObject[] = []
  const places: string[] = []
  const unreadable: Unreadable[] = []
  for await (const { file, found } of findReleases(files, terminal)) {
    if (found.ok) {
      releases.push(found.release)
      places.push(found.where)
    } else {
      const problem = unreadableOf(file, found)
      unreadable.push(problem)
      terminal.warn(problem.sentence)
    }
  }
  return { releases, places, unreadable }
}

/** One JSON value from a file, or from standard input for `-`. */
export const readJsonInput = async (file: string, terminal: Terminal): Promise<unknown> => {
  let text: string
  try {
    text = file === '-' ? await terminal.readInput() : await readFile(file, 'utf8')
  } catch (error) {
    throw new Unusable(`The file "${file}" could not be read: ${(error as Error).message}.`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    throw new Unusable(`${nameOf(file)} is not JSON that can be read: ${(error as Error).message}.`)
  }
}
