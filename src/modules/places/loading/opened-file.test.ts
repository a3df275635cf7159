import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { zipOf } from '../builders.ts'
import { openDataFile } from './opened-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const saved = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const readAll = async (name: string, content: string | Buffer): Promise<Record<string, string>> => {
  const opened = await openDataFile(saved(name, content), name, /\.csv$/i)
  try {
    const read: Record<string, string> = {}
    for (const file of opened.files) {
      const pieces: Buffer[] = []
      for await (const piece of file.read()) pieces.push(piece)
      read[file.name] = Buffer.concat(pieces).toString()
    }
    expect(opened.bytesRead()).toBe(opened.bytesTotal)
    return read
  } finally {
    await opened.close()
  }
}

const TEXT = 'pcds,lad25cd\nPR1 2HE,E07000123\n'

describe('openDataFile', () => {
  test('reads plain, gzip and ZIP alike, whatever the name says', async () => {
    expect(await readAll('a.csv', TEXT)).toEqual({ 'a.csv': TEXT })
    expect(await readAll('a.csv.gz', gzipSync(TEXT))).toEqual({ 'a.csv': TEXT })
    expect(await readAll('a.csv', gzipSync(TEXT))).toEqual({ 'a.csv': TEXT })
    expect(await readAll('a.zip', zipOf({ 'Data/a.csv': TEXT }))).toEqual({ 'Data/a.csv': TEXT })
  })

  test('takes all members of Code-Point Open but not its documents', async () => {
    const zip = zipOf({
      'Data/CSV/ab.csv': TEXT,
      'Data/CSV/al.csv': TEXT,
      'Data/CSV/b.csv': TEXT,
      'Doc/Column_Headers.csv': 'PC,PQ',
      'Doc/licence.txt': 'x',
    })
    expect(Object.keys(await readAll('codepo_gb.zip', zip)).sort()).toEqual([
      'Data/CSV/ab.csv',
      'Data/CSV/al.csv',
      'Data/CSV/b.csv',
    ])
  })

  test('takes the whole file of the ONS directory and not its parts again', async () => {
    const zip = zipOf({
      'Data/ONSPD_UK.csv': TEXT.repeat(50),
      'Data/multi_csv/ONSPD_AB.csv': TEXT,
      'Data/multi_csv/ONSPD_AL.csv': TEXT,
      'Documents/LA names.csv': TEXT,
    })
    expect(Object.keys(await readAll('onspd.zip', zip))).toEqual(['Data/ONSPD_UK.csv'])
  })
})

describe('refuses with a sentence', () => {
  const refusal = async (name: string, content: string | Buffer): Promise<string> =>
    readAll(name, content).then(
      () => 'nothing was refused',
      (error: Error) => `${error.name}: ${error.message}`,
    )

  test.each([
    ['empty.csv', '', 'is empty'],
    ['a.csv', '%PDF-1.7 …', 'is a PDF'],
    ['a.csv', '<!DOCTYPE html><html>', 'is a web page'],
    ['a.csv', '  <html lang="en">', 'is a web page'],
    ['a.csv', 'SQLite format 3\u0000', 'GeoPackage'],
    ['a.csv', Buffer.from('\ufeffpcds', 'utf16le'), 'UTF-16'],
    ['a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'old Excel workbook'],
    ['a.xlsx', zipOf({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }), 'is a spreadsheet'],
    ['a.zip', zipOf({ 'readme.txt': 'x' }), 'no file of the kind expected'],
    ['a.zip', zipOf({ '__MACOSX/a.csv': 'x', '.hidden.csv': 'y' }), 'no file of the kind expected'],
    ['a.zip', zipOf({ 'a.csv': TEXT }).subarray(0, 60), 'cut short or damaged'],
    ['a.csv.gz', gzipSync(TEXT.repeat(1000)).subarray(0, 60), 'cut short or damaged'],
    ['a.csv.gz', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from('nonsense')]), 'cut short or damaged'],
    ['bomb.zip', zipOf({ 'a.csv': Buffer.alloc(300 << 20) }), 'unpacks to far more'],
    ['bomb.csv.gz', gzipSync(Buffer.alloc(300 << 20, '\n')), 'unpacks to far more'],
  ])('%s: %#', async (name, content, sentence) => {
    const message = await refusal(name, content)
    expect(message).toContain('Unusable')
    expect(message).toContain(sentence)
  })

  test('a ZIP whose content was changed after it was packed', async () => {
    const zip = zipOf({ 'a.csv': TEXT.repeat(100) })
    zip.writeUInt8((zip.readUInt8(45) + 1) % 256, 45)
    expect(await refusal('a.zip', zip)).toMatch(/Unusable/)
  })

  test('a file that is not there', async () => {
    await expect(openDataFile(join(folder, 'none.csv'), 'none.csv', /\.csv$/)).rejects.toThrow(
      'There is no file',
    )
    await expect(openDataFile(folder, 'folder', /\.csv$/)).rejects.toThrow('There is no file')
  })

  test('a member named to climb out is read and written nowhere', async () => {
    expect(await readAll('a.zip', zipOf({ '../../etc/passwd.csv': TEXT }))).toEqual({
      '../../etc/passwd.csv': TEXT,
    })
  })
})
