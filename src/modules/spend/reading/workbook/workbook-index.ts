import type { ZipEntry, ZipIndex } from '../files/zip-index.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { builtInKind, customKind, type NumberKind } from './number-formats.ts'
import { attributeOf, parseWhole } from './parse-xml.ts'

export type SheetEntry = { readonly name: string; readonly isHidden: boolean; readonly entry: ZipEntry }
export type WorkbookIndex = {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetEntry[]
  readonly uses1904Dates: boolean
  /** The number kind of each cell style. */
  readonly styles: readonly NumberKind[]
}

const MOST_INDEX_BYTES = 64 * 1024 ** 2

/** Reads which sheets a workbook has, which are hidden, and how its styles show numbers. */
export const indexWorkbook = async (zip: ZipIndex): Promise<WorkbookIndex> => {
  const found: { name: string; id: string; isHidden: boolean }[] = []
  let uses1904Dates = false
  await parseWhole(entryBytes(zip, 'xl/workbook.xml'), {
    open: (name, tag) => {
      if (name === 'sheet') {
        const state = attributeOf(tag, 'state') ?? 'visible'
        found.push({
          name: attributeOf(tag, 'name') ?? '',
          id: attributeOf(tag, 'id') ?? '',
          isHidden: state !== 'visible',
        })
      }
      if (name === 'workbookPr') uses1904Dates = /^(?:1|true|on)$/.test(attributeOf(tag, 'date1904') ?? '')
    },
  })
  const targets = await readTargets(zip)
  const sheets: SheetEntry[] = []
  for (const [index, sheet] of found.entries()) {
    const target = targets.size === 0 ? `xl/worksheets/sheet${index + 1}.xml` : targets.get(sheet.id)
    const entry = target === undefined ? undefined : zip.find(target)
    if (entry !== undefined) sheets.push({ name: sheet.name, isHidden: sheet.isHidden, entry })
  }
  if (sheets.length === 0) throw new UnreadableFileError('workbook-damaged')
  return { sheets, uses1904Dates, styles: await readStyles(zip) }
}

const entryBytes = (zip: ZipIndex, name: string): AsyncGenerator<Buffer> => {
  const entry = zip.find(name)
  if (entry === undefined || entry.expanded > MOST_INDEX_BYTES)
    throw new UnreadableFileError('workbook-damaged')
  return entry.bytes()
}

/** Paths of worksheets by relationship id; chart sheets and links are left out. */
const readTargets = async (zip: ZipIndex): Promise<Map<string, string>> => {
  const targets = new Map<string, string>()
  if (zip.find('xl/_rels/workbook.xml.rels') === undefined) return targets
  await parseWhole(entryBytes(zip, 'xl/_rels/workbook.xml.rels'), {
    open: (name, tag) => {
      const type = attributeOf(tag, 'Type') ?? ''
      const target = attributeOf(tag, 'Target') ?? ''
      if (name === 'Relationship' && type.endsWith('/worksheet')) {
        const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
        targets.set(attributeOf(tag, 'Id') ?? '', path)
      }
    },
  })
  return targets
}

const readStyles = async (zip: ZipIndex): Promise<NumberKind[]> => {
  const styles: NumberKind[] = []
  if (zip.find('xl/styles.xml') === undefined) return styles
  const custom = new Map<number, NumberKind>()
  let inCellFormats = false
  await parseWhole(entryBytes(zip, 'xl/styles.xml'), {
    open: (name, tag) => {
      if (name === 'numFmt') {
        custom.set(Number(attributeOf(tag, 'numFmtId')), customKind(attributeOf(tag, 'formatCode') ?? ''))
      } else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributeOf(tag, 'numFmtId') ?? 0)
        styles.push(custom.get(id) ?? builtInKind(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}
