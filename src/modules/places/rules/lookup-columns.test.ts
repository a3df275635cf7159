import { describe, expect, test } from 'vitest'
import { recogniseLookup } from './lookup-columns.ts'

const ONSPD_2023 =
  'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21'
const NSPL_2020 =
  'pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,cty,ced,laua,ward,hlthau,nhser,ctry,rgn,pcon,eer,teclec,ttwa,pct,nuts,park,lsoa11,msoa11,wz11,ccg,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,stp'
const NSPL_2026 =
  'pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,lad26cd,wd26cd,nhser24cd,ctry26cd,rgn26cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl26cd,bua24cd,ruc21ind,oac21ind,lat,long,lep21cd1,lep21cd2,pfa23cd,imd25ind,icb26cd'
const LSOA_LOOKUP =
  'pcd7,pcd8,pcds,dointr,doterm,usertype,oa11cd,lsoa11cd,msoa11cd,ladcd,lsoa11nm,msoa11nm,ladnm,ladnmw'

const named = (header: string) => {
  const names = header.split(',')
  const columns = recogniseLookup(names)
  return (
    columns && {
      layout: columns.layout,
      postcode: names[columns.postcode],
      terminated: names[columns.terminated],
      easting: names[columns.easting],
      northing: names[columns.northing],
      areas: columns.areas.map((at) => names[at]),
    }
  )
}

describe('recogniseLookup', () => {
  test('reads the ONS Postcode Directory of 2023', () => {
    expect(named(ONSPD_2023)).toEqual({
      layout: 'ONS postcode directory',
      postcode: 'pcds',
      terminated: 'doterm',
      easting: 'oseast1m',
      northing: 'osnrth1m',
      areas: [
        'osward',
        'parish',
        'oslaua',
        'oscty',
        'rgn',
        'ctry',
        'lsoa21',
        'lsoa11',
        'msoa21',
        'pcon',
        'icb',
        'pfa',
        'ttwa',
      ],
    })
  })

  test('reads the National Statistics Postcode Lookup of 2020', () => {
    expect(named(NSPL_2020)?.areas).toEqual([
      'ward',
      'laua',
      'cty',
      'rgn',
      'ctry',
      'lsoa11',
      'msoa11',
      'pcon',
      'pfa',
      'ttwa',
    ])
  })

  test('reads the column names of 2025 and 2026', () => {
    expect(named(NSPL_2026)).toMatchObject({
      postcode: 'pcds',
      terminated: 'doterm',
      easting: 'east1m',
      northing: 'north1m',
      areas: [
        'wd26cd',
        'lad26cd',
        'cty26cd',
        'rgn26cd',
        'ctry26cd',
        'lsoa21cd',
        'msoa21cd',
        'pcon24cd',
        'icb26cd',
        'pfa23cd',
        'ttwa15cd',
      ],
    })
    expect(named(NSPL_2026.toUpperCase())?.areas).toHaveLength(11)
  })

  test('reads the small lookup of output areas, without positions', () => {
    expect(named(LSOA_LOOKUP)).toMatchObject({ easting: undefined, areas: ['ladcd', 'lsoa11cd', 'msoa11cd'] })
  })

  test('reads Code-Point Open with a header and as published without one', () => {
    expect(named('postcode,lad,ward,easting,northing,quality')).toMatchObject({
      layout: 'OS Code-Point Open',
      areas: ['ward', 'lad'],
    })
    const row = [
      'AB101AB',
      '10',
      '394235',
      '806529',
      'S92000003',
      '',
      'S08000020',
      '',
      'S12000033',
      'S13002842',
    ]
    expect(recogniseLookup(row)).toMatchObject({
      hasHeader: false,
      postcode: 0,
      easting: 2,
      northing: 3,
      areas: [9, 8, 7, 4],
    })
  })

  test('reads a list of the council’s own, with a byte order mark', () => {
    expect(named('\ufeffPostcode,LAD25CD')).toMatchObject({
      layout: 'postcode list',
      postcode: '\ufeffPostcode',
      areas: ['LAD25CD'],
    })
  })

  test.each([
    '',
    'a',
    'Supplier,Amount,Date',
    'postcode',
    'lad,ward',
    'PC,PQ',
    'Postcode,Latitude,Longitude',
    '<html>',
  ])('takes %j for no lookup', (header) => expect(recogniseLookup(header.split(','))).toBeUndefined())
})
