import { crc32, deflateRawSync } from 'node:zlib'
import type { Area, Location, PlacePart, PlaceWithParts } from './model.ts'
import { readParts, slugOf } from './rules/define-place.ts'

/** A place for a test; `parts` as somebody would type them. */
export const aPlace = (
  facts: Partial<Omit<PlaceWithParts, 'parts'>> & { readonly name: string; readonly parts?: string },
): PlaceWithParts => {
  const parts: readonly PlacePart[] = readParts(facts.parts ?? '').parts
  return {
    id: facts.name,
    authorityId: null,
    slug: slugOf(facts.name),
    kind: 'other',
    parentId: null,
    version: 1,
    ...facts,
    parts,
  }
}

/** An official area for a test. */
export const anArea = (facts: Partial<Area> & { readonly code: string }): Area => ({
  name: facts.code,
  parentCodes: [],
  successorCode: null,
  validFrom: null,
  validUntil: null,
  registerCode: null,
  ...facts,
})

/** A location known by its official areas only. */
export const inAreas = (...areaCodes: string[]): Location => ({ precision: 'area-code', areaCodes })

const uint = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 2) buffer.writeUInt16LE(value)
  else buffer.writeUInt32LE(value)
  return buffer
}

/** A ZIP file of these members, as the ZIP specification (APPNOTE 4.3) lays it out. */
export const zipOf = (members: Readonly<Record<string, string | Buffer>>): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(members)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const facts = Buffer.concat([
      ...[20, 0x800, 8, 0, 0].map((value) => uint(value, 2)),
      ...[crc32(content), packed.length, content.length].map((value) => uint(value, 4)),
      uint(Buffer.byteLength(name), 2),
      uint(0, 2),
    ])
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed])
    const rest = Buffer.concat([Buffer.alloc(10), uint(offset, 4)])
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), uint(20, 2), facts, rest, Buffer.from(name)]),
    )
    files.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const count = uint(directory.length, 2)
  const end = [
    Buffer.from('PK\x05\x06', 'latin1'),
    Buffer.alloc(4),
    count,
    count,
    uint(index.length, 4),
    uint(offset, 4),
    uint(0, 2),
  ]
  return Buffer.concat([...files, index, ...end])
}
