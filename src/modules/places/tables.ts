import type { ColumnType } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { AreaCodes, LoadKind, PartKind, PlaceId, PlaceKind } from './model.ts'
import type { Polygon } from './rules/boundary-geometry.ts'

/** A jsonb column: written as text, read as what it holds. */
type Json<Value> = ColumnType<Value, string, string>

export type PlacesTables = {
  'places.place': {
    id: PlaceId
    authority_id: string | null
    name: string
    slug: string
    kind: PlaceKind
    parent_id: PlaceId | null
    version: number
  }
  'places.place_part': { place_id: PlaceId; kind: PartKind; code: string }
  'places.load': {
    id: string
    authority_id: string | null
    kind: LoadKind
    status: 'queued' | 'running' | 'loaded' | 'failed'
    file_name: string
    file_hash: string | null
    edition: string
    source: string
    licence: string
    bytes_total: number
    bytes_read: number
    rows_read: number
    rows_kept: number
    message: string
    asked_at: Date
    updated_at: Date
    finished_at: Date | null
    is_current: boolean
  }
  'places.area': {
    code: string
    name: string
    parent_codes: string[]
    successor_code: string | null
    valid_from: PlainDate | null
    valid_until: PlainDate | null
    register_code: string | null
    load_id: string
  }
  'places.postcode_chunk': {
    load_id: string
    postcode_area: string
    postcodes: number
    content: Buffer
    area_sets: Json<readonly AreaCodes[]>
  }
  'places.boundary': {
    area_code: string
    name: string
    geometry: Json<{ type: 'MultiPolygon'; coordinates: readonly Polygon[] }>
    load_id: string
  }
  'places.deprivation': {
    area_code: string
    edition: string
    index_name: string
    score: string | null
    rank: number | null
    decile: number | null
    load_id: string
  }
}
