import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { zipOf } from '../builders.ts'
import { findPostcode, openChunk, type PostcodeIndex } from '../rules/postcode-index.ts'
import { areaNumberOf } from '../rules/postcode-key.ts'
import { openDataFile } from './opened-file.ts'
import { readPostcodes } from './read-postcodes.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readFile = async (path: string) => {
  const opened = await openDataFile(path, path, /\.csv$/i)
  try {
    return await readPostcodes(opened, async () => undefined)
  } finally {
    await opened.close()
  }
}
const read = (content: string | Buffer) => {
  const path = join(folder, 'lookup')
  writeFileSync(path, content)
  return readFile(path)
}
const indexOf = ({ chunks }: Awaited<ReturnType<typeof read>>): PostcodeIndex =>
  new Map(chunks.map((chunk) => [areaNumberOf(chunk.postcodeArea), openChunk(chunk.content, chunk.areaSets)]))

const ONS = `pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,oseast1m,osnrth1m,ctry,rgn,lsoa21
"PR1 2HE","PR1  2HE","PR1 2HE","198001","","E10000017","E07000123","E05012196","353463","0429675","E92000001","E12000002","E01025300"
"AB1 0AA","AB1  0AA","AB1 0AA","198001","199606","S99999999","S12000033","S13002843","385386","0801193","S92000003","S99999999","S01006514"
"JE2 3QQ","JE2  3QQ","JE2 3QQ","198001","","L99999999","L99999999","L99999999","","","L93000001","L99999999","L99999999"
`

describe('readPostcodes', () => {
  test('reads the ONS directory: terminated postcodes stay and are marked, placeholders are no areas', async () => {
    const lookup = await read(ONS)
    expect(lookup).toMatchObject({ layout: 'ONS postcode directory', rowsRead: 3, rowsRefused: 0 })
    const index = indexOf(lookup)
    expect(findPostcode(index, 'PR1 2HE')).toEqual({
      areaCodes: ['E05012196', 'E07000123', 'E10000017', 'E12000002', 'E92000001', 'E01025300'],
      easting: 353463,
      northing: 429675,
      isTerminated: false,
    })
    expect(findPostcode(index, 'AB1 0AA')).toMatchObject({
      areaCodes: ['S13002843', 'S12000033', 'S92000003', 'S01006514'],
      isTerminated: true,
    })
    expect(findPostcode(index, 'JE2 3QQ')).toMatchObject({ areaCodes: [], easting: null })
  })

  test('reads Code-Point Open: many files without headers in a ZIP', async () => {
    const zip = zipOf({
      'Data/CSV/ab.csv': '"AB101AB",10,394235,806529,"S92000003","","S08000020","","S12000033","S13002842"\n',
      'Data/CSV/pr.csv':
        '"PR1 2HE",10,353463,429675,"E92000001","","","E10000017","E07000123","E05012196"\n"PR1 2HF",90,0,0,"","","","","",""\n',
      'Data/CSV/m.csv': '"M1  1AE",10,384700,398000,"E92000001","","","","E08000003","E05011376"\n',
      'Doc/Code-Point_Open_Column_Headers.csv': 'PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n',
    })
    const index = indexOf(await read(zip))
    expect(findPostcode(index, 'AB10 1AB')?.areaCodes).toEqual(['S13002842', 'S12000033', 'S92000003'])
    expect(findPostcode(index, 'M1 1AE')).toMatchObject({ easting: 384700 })
    expect(findPostcode(index, 'PR1 2HF')).toEqual({
      areaCodes: [],
      easting: null,
      northing: null,
      isTerminated: false,
    })
  })

  test('of a postcode that comes twice the later row counts', async () => {
    const index = indexOf(await read('postcode,lad\nPR1 2HE,E07000123\nPR1 2HE,E07000126\n'))
    expect(findPostcode(index, 'PR1 2HE')?.areaCodes).toEqual(['E07000126'])
  })

  test('leaves out codes that are none, and positions that are none', async () => {
    const index = indexOf(
      await read('postcode,lad,ward,easting,northing\nPR1 2HE,"=cmd()",E99999999,-5,NaN\n'),
    )
    expect(findPostcode(index, 'PR1 2HE')).toEqual({
      areaCodes: [],
      easting: null,
      northing: null,
      isTerminated: false,
    })
  })

  test.each([
    ['Supplier,Amount\nA,1\n', 'not a postcode lookup'],
    ['postcode\nPR1 2HE\n', 'not a postcode lookup'],
    [`postcode,lad\n${'not one,E07000123\n'.repeat(20)}`, 'no postcode where one is expected'],
    [`postcode,lad\n${'x'.repeat(3 << 20)}`, 'not a table of lines'],
    ['\u0000\u0001\u0002', 'not a postcode lookup'],
  ])('refuses with a sentence: %#', async (text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence)
  })

  test('refuses a file where every postcode has areas of its own, before it fills the memory', async () => {
    const rows = (function* () {
      yield 'postcode,lad\n'
      for (let n = 0; n < 700_000; n++)
        yield `PR${n % 10} ${Math.floor(n / 10) % 10}AA,E${String(n).padStart(8, '0')}\n`
    })()
    await expect(read([...rows].join(''))).rejects.toThrow('areas of its own')
  })

  const NATIONAL = '../shared/data/geo/postcode-unit_gb_codepoint-2025-11.csv.gz'
  test.skipIf(!existsSync(NATIONAL))('reads all of Great Britain', { timeout: 120_000 }, async () => {
    const lookup = await readFile(NATIONAL)
    expect(lookup).toMatchObject({ layout: 'OS Code-Point Open', rowsRead: 1_745_849, rowsRefused: 0 })
    expect(lookup.chunks).toHaveLength(120)
    const index = indexOf(lookup)
    expect(findPostcode(index, 'pr1 2he')?.areaCodes).toContain('E07000123')
    expect(findPostcode(index, 'SW1A 1AA')?.areaCodes).toContain('E09000033')
    expect(findPostcode(index, 'EH99 1SP')?.areaCodes).toContain('S12000036')
  })
})
