import { describe, expect, test } from 'vitest'
import { readDeprivation } from './deprivation-columns.ts'

const read = (text: string, registers: Record<string, string> = {}) => {
  const [header = '', ...rows] = text.trim().split('\n')
  return readDeprivation(
    header.split(','),
    rows.map((row) => row.split(',')),
    new Map(Object.entries(registers)),
  )
}

describe('readDeprivation', () => {
  test('reads the English indices as published, by small area and not by its district', () => {
    const header = [
      'LSOA code (2021)',
      'LSOA name (2021)',
      'Local Authority District code (2024)',
      'Index of Multiple Deprivation (IMD) Score',
      'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)',
      'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)',
      'Income Score (rate)',
      'Income Deprivation Affecting Children Index (IDACI) Score (rate)',
      'Adult Skills Sub-domain Score',
    ].join(',')
    const rows =
      'E01025300,Preston 001A,E07000123,45.2,1200,1,0.31,0.4,9\nE01025301,Preston 001B,E07000123,5.2,30000,10,0.01,0.1,9'
    expect(read(`${header}\n${rows}`)?.rows.slice(0, 3)).toEqual([
      { areaCode: 'E01025300', indexName: 'imd', score: '45.2', rank: 1200, decile: 1 },
      { areaCode: 'E01025300', indexName: 'income', score: '0.31', rank: null, decile: null },
      { areaCode: 'E01025300', indexName: 'idaci', score: '0.4', rank: null, decile: null },
    ])
  })

  test('reads summaries of local authorities: the average score and its rank', () => {
    const text =
      'Local Authority District code (2019),IMD - Average rank,IMD - Rank of average rank,IMD - Average score,IMD - Rank of average score\nE07000123,17000,50,29.6,46'
    expect(read(text)?.rows).toEqual([
      { areaCode: 'E07000123', indexName: 'imd', score: '29.6', rank: 46, decile: null },
    ])
  })

  test('reads one row for each index and statistic', () => {
    const text =
      'FeatureCode,Measurement,Value,Indices of Deprivation\nE01025300,Rank,1200,a. Index of Multiple Deprivation (IMD)\nE01025300,Decile ,1,a. Index of Multiple Deprivation (IMD)\nE01025300,Score,0.3,b. Income Deprivation Domain'
    expect(read(text)?.rows).toEqual([
      { areaCode: 'E01025300', indexName: 'imd', score: null, rank: 1200, decile: 1 },
      { areaCode: 'E01025300', indexName: 'income', score: '0.3', rank: null, decile: null },
    ])
  })

  test('prefers the published figure to somebody’s own', () => {
    expect(
      read('area_code,index,avg_score,published_avg_score\nE07000220,education,17.61357,17.613')?.rows[0]
        ?.score,
    ).toBe('17.613')
  })

  test('reads three-letter codes of authorities where the register is known', () => {
    const text = 'local-authority-code,la-deprivation-score,la-imd-pop-decile\nPRE,29.6,2\nXXX,1,1'
    expect(read(text, { PRE: 'E07000123' })).toEqual({
      rows: [{ areaCode: 'E07000123', indexName: 'imd', score: '29.6', rank: null, decile: 2 }],
      refused: 1,
    })
    expect(read(text)).toBeUndefined()
  })

  test('leaves out what is no number', () => {
    expect(read('code,score,rank\nE07000123,n/a,-\nE07000124,1e5,3.5\nE07000125,12,7.0')?.rows).toEqual([
      { areaCode: 'E07000125', indexName: 'imd', score: '12', rank: 7, decile: null },
    ])
  })

  test.each(['code,name\nE07000123,Preston', 'score,rank\n1,2', 'Supplier,Amount\na,1', '\n'])(
    'takes %j for no deprivation',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})
