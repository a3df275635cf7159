import { describe, expect, test } from 'vitest'
import { readAreas } from './area-columns.ts'

const read = (text: string) => {
  const [header = '', ...rows] = text.trim().split('\n')
  return readAreas(
    header.split(','),
    rows.map((row) => row.split(',')),
  )
}
const byCode = (text: string) => new Map(read(text)?.areas.map((area) => [area.code, area]))

describe('readAreas', () => {
  test('reads an ONS look-up by level: each area lies in the coarser ones of its row', () => {
    const areas = byCode(
      'WD25CD,WD25NM,LAD25CD,LAD25NM,CTY25CD,CTY25NM,RGN25CD\nE05012193,Ashton,E07000123,Preston,E10000017,Lancashire,E12000002',
    )
    expect([...areas.keys()]).toEqual(['E05012193', 'E07000123', 'E10000017', 'E12000002'])
    expect(areas.get('E07000123')).toMatchObject({ name: 'Preston', parentCodes: ['E10000017', 'E12000002'] })
    expect(areas.get('E12000002')?.name).toBe('E12000002')
  })

  test('takes the newest of several years and the active code as successor', () => {
    const areas = byCode(
      'LADCD,LADNM,LADCD_ACTIVE,LAD20CD,RGNCD\nE07000026,Allerdale,E06000063,E07000026,E12000002',
    )
    expect(areas.get('E07000026')).toMatchObject({ successorCode: 'E06000063', parentCodes: ['E12000002'] })
    expect(byCode('LAD11CD,LAD24CD\nE07000026,E06000063').has('E06000063')).toBe(true)
  })

  test('reads a register of authorities: three-letter codes, dates, regions by name, former codes', () => {
    const areas = byCode(
      [
        'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,county-la,combined-authority,former-gss-codes',
        'ALL,Allerdale Borough Council,Allerdale,E07000026,,2023-04-01,CBD,England,North West,CMA,,',
        'CBD,Cumberland Council,Cumberland,E06000063,2023-04-01,,,England,North West,,,',
        'CMA,Cumbria County Council,Cumbria,E10000006,,2023-04-01,,England,North West,,,',
        'NBL,Northumberland Council,Northumberland,E06000057,2009-04-01,,,England,North East,,,E06000048',
      ].join('\n'),
    )
    expect(areas.get('E07000026')).toEqual({
      code: 'E07000026',
      name: 'Allerdale',
      parentCodes: ['E10000006', 'E12000002', 'E92000001'],
      successorCode: 'E06000063',
      validFrom: null,
      validUntil: '2023-04-01',
      registerCode: 'ALL',
    })
    expect(areas.get('E06000048')).toMatchObject({ name: 'Northumberland', successorCode: 'E06000057' })
  })

  test('reads a plain list', () => {
    const areas = byCode(
      'code,name,kind,parent,successor\nE07000123,Preston,district,E10000017,\nE07000001,Old,district,,E07000123',
    )
    expect(areas.get('E07000123')?.parentCodes).toEqual(['E10000017'])
    expect(areas.get('E07000001')?.successorCode).toBe('E07000123')
  })

  test('an area is neither its own successor nor around itself', () => {
    const areas = byCode('code,name,parent,successor\nE07000123,Preston,E07000123,E07000123')
    expect(areas.get('E07000123')).toMatchObject({ parentCodes: [], successorCode: null })
  })

  test('counts rows without an official code and leaves out placeholders', () => {
    const text = 'code,name\nE07000123,Preston\nxyz,Nowhere\nE99999999,None\n,\n"; drop,x'
    expect(read(text)).toMatchObject({ refused: 4, areas: [{ code: 'E07000123' }] })
  })

  test.each(['Supplier,Amount\nA,1', 'name\nPreston', '\n'])('takes %j for no list of areas', (text) => {
    expect(read(text)).toBeUndefined()
  })

  test('is not upset by rows of any length', () => {
    expect(
      readAreas(['code', 'name'], [[], ['E07000123'], ['E07000124', 'b', 'c', 'd']])?.areas,
    ).toHaveLength(2)
  })
})
