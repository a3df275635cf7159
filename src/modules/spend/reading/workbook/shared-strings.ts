import type { ZipIndex } from '../files/zip-index.ts'
import type { ReadingLimits } from '../limits.ts'
import { sizeText } from '../messages.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { parseWhole } from './parse-xml.ts'

/** All texts of the workbook that its cells point to by number; bounded. */
export const readSharedStrings = async (zip: ZipIndex, limits: ReadingLimits): Promise<readonly string[]> => {
  const entry = zip.find('xl/sharedStrings.xml')
  const strings: string[] = []
  if (entry === undefined) return strings
  let characters = 0
  let current = ''
  let inText = false
  let inPhonetic = false
  await parseWhole(entry.bytes(), {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inPhonetic = true
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') {
        characters += current.length
        if (characters > limits.maxSharedStringCharacters) {
          throw new UnreadableFileError('too-large', {
            limit: `${sizeText(limits.maxSharedStringCharacters)} of text`,
          })
        }
        strings.push(unescapeText(current))
      }
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text
    },
  })
  return strings
}

/** `_x000D_` stands for a control character in workbook texts. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
