-- Places that nest, official areas, the postcode lookup, boundaries and deprivation: reference data that all
-- authorities share, and the places an authority makes for itself.

create schema places;
grant usage on schema places to goldthread_app;

-- The operator (command line, worker) acts for no authority and is no signed-in person. Only the operator
-- writes what all share. Visitors without a session look the same here; actions refuse them by their actor.
create function places.is_operator() returns boolean language sql stable parallel safe
  as $$ select platform.authority() is null and platform.person() is null $$;
create function places.is_mine(owner uuid) returns boolean language sql stable parallel safe
  as $$ select case when owner is null then places.is_operator() else owner = platform.authority() end $$;

-- Rows that everybody reads and only the operator writes.
create procedure places.share(reference_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', reference_table);
  execute format('alter table %s force row level security', reference_table);
  execute format('create policy read_all on %s for select using (true)', reference_table);
  execute format('create policy write_shared on %s using (places.is_operator())', reference_table);
  execute format('grant select, insert, update, delete on %s to goldthread_app', reference_table);
end $$;

-- One import of a file: how far it is, and where the rows it left behind came from.
create table places.load (
  id uuid primary key,
  -- The authority whose person asked for it; null for the operator.
  authority_id uuid,
  kind text not null constraint ck_load_kind check (kind in ('postcodes', 'areas', 'boundaries', 'deprivation')),
  status text not null constraint ck_load_status check (status in ('queued', 'running', 'loaded', 'failed')),
  file_name text not null,
  file_hash text,
  edition text not null default '',
  source text not null default '',
  licence text not null default '',
  bytes_total bigint not null default 0,
  bytes_read bigint not null default 0,
  rows_read bigint not null default 0,
  rows_kept bigint not null default 0,
  message text not null default '',
  asked_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  is_current boolean not null default false
);
-- One postcode lookup is in use at a time; loading the next one swaps it in the same transaction.
create unique index uq_load_current_postcodes on places.load (kind) where is_current and kind = 'postcodes';
create index load_asked_at on places.load (asked_at desc);
alter table places.load enable row level security;
alter table places.load force row level security;
create policy read_all on places.load for select using (true);
create policy write_own on places.load using (places.is_operator() or authority_id = platform.authority());
grant select, insert, update, delete on places.load to goldthread_app;

create table places.place (
  id uuid primary key,
  -- Null: shared by all authorities.
  authority_id uuid,
  name text not null,
  slug text not null,
  kind text not null,
  parent_id uuid constraint fk_place_parent references places.place (id),
  version integer not null default 1,
  constraint uq_place_slug unique nulls not distinct (authority_id, slug)
);
create index place_parent_id on places.place (parent_id);
alter table places.place enable row level security;
alter table places.place force row level security;
create policy read_all on places.place for select using (true);
create policy write_own on places.place using (places.is_mine(authority_id));
grant select, insert, update, delete on places.place to goldthread_app;

create table places.place_part (
  place_id uuid not null constraint fk_place_part_place references places.place (id) on delete cascade,
  kind text not null constraint ck_place_part_kind check (kind in ('postcode-area', 'district', 'sector', 'area-code')),
  code text not null,
  primary key (place_id, kind, code)
);
alter table places.place_part enable row level security;
alter table places.place_part force row level security;
create policy read_all on places.place_part for select using (true);
create policy write_own on places.place_part using (
  exists (select from places.place where place.id = place_id and places.is_mine(place.authority_id)));
grant select, insert, update, delete on places.place_part to goldthread_app;

create table places.area (
  code text primary key,
  name text not null,
  -- The areas that hold this one, nearest first.
  parent_codes text[] not null,
  successor_code text,
  valid_from date,
  valid_until date,
  -- The three-letter code of the local authority register, which some files use instead of the official code.
  register_code text,
  load_id uuid not null constraint fk_area_load references places.load (id)
);
call places.share('places.area');

-- The lookup, packed: one row a postcode area (PR), 16 bytes a postcode, sorted (see rules/postcode-index.ts).
create table places.postcode_chunk (
  load_id uuid not null constraint fk_postcode_chunk_load references places.load (id) on delete cascade,
  postcode_area text not null,
  postcodes integer not null,
  content bytea not null,
  -- Lists of official area codes; a postcode holds the number of its list.
  area_sets jsonb not null,
  primary key (load_id, postcode_area)
);
alter table places.postcode_chunk alter column content set storage external;
call places.share('places.postcode_chunk');

create table places.boundary (
  area_code text primary key,
  name text not null,
  -- A GeoJSON Polygon or MultiPolygon in WGS84, outer rings clockwise as d3-geo draws them.
  geometry jsonb not null,
  load_id uuid not null constraint fk_boundary_load references places.load (id)
);
call places.share('places.boundary');

create table places.deprivation (
  area_code text not null,
  edition text not null,
  -- Which index: `imd` for the whole, or a domain such as `income`.
  index_name text not null,
  score numeric,
  rank integer,
  decile integer,
  load_id uuid not null constraint fk_deprivation_load references places.load (id),
  primary key (area_code, edition, index_name)
);
call places.share('places.deprivation');
