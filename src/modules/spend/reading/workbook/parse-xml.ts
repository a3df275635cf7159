import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { UnreadableFileError } from '../unreadable.ts'

export type XmlTag = SaxesTagPlain
export type XmlHandlers = {
  readonly open: (name: string, tag: XmlTag) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** The name without its namespace prefix, which some writers put on every element. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its local name. */
export const attributeOf = (tag: XmlTag, name: string): string | undefined => {
  const plain = tag.attributes[name]
  if (plain !== undefined) return plain
  for (const key in tag.attributes) if (localName(key) === name) return tag.attributes[key]
  return undefined
}

/**
 * Streams XML through handlers; the generator steps once for each chunk of bytes, so that a caller can take out
 * what has been gathered. Entities declared in the document are not expanded. Damage is a clear refusal.
 */
export const parseXml = async function* (
  bytes: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false })
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag))
  if (handlers.close) parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  parser.on('error', () => {
    throw new UnreadableFileError('workbook-damaged')
  })
  let decoder: TextDecoder | undefined
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk)
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder?.decode() ?? '')
  parser.close()
  yield
}

const decoderFor = (chunk: Buffer): TextDecoder => {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le')
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8')
}

/** Runs a small document through handlers to its end. */
export const parseWhole = async (bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> => {
  for await (const _ of parseXml(bytes, handlers)) {
    // every chunk is handled by the handlers
  }
}
