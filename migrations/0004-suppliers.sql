-- Reference registers of suppliers: shared by all authorities, so no row carries an authority.

create schema suppliers;
grant usage on schema suppliers to goldthread_app;

-- A register as people know it. `load_id` is the edition that is read; null until a first load is whole.
create table suppliers.register (
  register_id uuid constraint pk_register primary key,
  kind text not null constraint ck_register_kind
    check (kind in ('companies-house', 'charity-commission', 'mutuals', 'plain')),
  name text not null constraint uq_register_name unique,
  load_id uuid
);
grant select, insert, update, delete on suppliers.register to goldthread_app;

-- One attempt to load an edition. `part` is the number that its entries carry.
create table suppliers.register_load (
  load_id uuid constraint pk_register_load primary key,
  part integer not null generated always as identity constraint uq_register_load_part unique,
  register_id uuid not null constraint fk_register_load_register
    references suppliers.register (register_id) on delete cascade,
  state text not null constraint ck_register_load_state
    check (state in ('queued', 'loading', 'loaded', 'failed')),
  as_of date not null,
  source text not null,
  licence text not null,
  -- [{"name": "part1.csv", "hash": null | "…", "firstRow": 1}]: where running row numbers begin in each file.
  files jsonb not null default '[]',
  asked_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  bytes_total bigint not null default 0,
  bytes_read bigint not null default 0,
  rows_read bigint not null default 0,
  rows_loaded bigint not null default 0,
  rows_rejected bigint not null default 0,
  -- {"number-missing": 12, …}
  rejected_by_reason jsonb not null default '{}',
  -- [{"kind": "vcse", "size": null, "status": "active", "entries": 812}]
  figures jsonb not null default '[]',
  notes jsonb not null default '[]',
  problem text
);
alter table suppliers.register add constraint fk_register_load
  foreign key (load_id) references suppliers.register_load (load_id) deferrable initially deferred;
create index register_load_by_register on suppliers.register_load (register_id, part desc);
grant select, insert, update, delete on suppliers.register_load to goldthread_app;

-- A sample of the rows that were not taken, at most 1,000 a load; all are counted in the load.
create table suppliers.register_reject (
  load_id uuid not null constraint fk_register_reject_load
    references suppliers.register_load (load_id) on delete cascade,
  row_no integer not null,
  reason text not null,
  extract text not null,
  constraint pk_register_reject primary key (load_id, row_no, reason)
);
grant select, insert, update, delete on suppliers.register_reject to goldthread_app;

-- Entries, one partition a load: filled and indexed on its own, then attached, so that a load is fast, is
-- seen whole or not at all, and never blocks whoever reads the edition before it.
create table suppliers.register_entry (
  part integer not null,
  row_no integer not null,
  incorporated_on date,
  dissolved_on date,
  scheme text not null,
  number text not null,
  name text not null,
  name_key text collate "C",
  postcode text,
  kind text not null,
  size text,
  form text,
  status text not null,
  status_text text,
  accounts_category text,
  employees text,
  sic_codes text[] not null,
  company_number text,
  former_names text[],
  former_keys text[]
) partition by list (part);
create unique index uq_register_entry_number on suppliers.register_entry (number, scheme, part);
create index register_entry_by_name on suppliers.register_entry (name_key, part);
create index register_entry_by_company on suppliers.register_entry (company_number) where company_number is not null;
grant select on suppliers.register_entry to goldthread_app;

create table suppliers.register_former_name (
  part integer not null,
  name_key text collate "C" not null,
  scheme text not null,
  number text not null
) partition by list (part);
create index register_former_name_by_name on suppliers.register_former_name (name_key, part);
grant select on suppliers.register_former_name to goldthread_app;

-- The application's role owns no table; these functions are all it may have made or dropped for it. Each runs
-- in the caller's transaction: a load that dies leaves nothing behind.

create function suppliers.open_part(part integer) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The check saves the attachment from reading the whole partition again.
  execute format('create table suppliers.register_entry_%s (like suppliers.register_entry, check (part = %s))', part, part);
  execute format('create table suppliers.register_former_name_%s (like suppliers.register_former_name, check (part = %s))', part, part);
  execute format('grant select, insert on suppliers.register_entry_%s to goldthread_app', part);
end $$;

-- Keeps the first of several rows with one number, and tells of the others: how many, and a sample as rejects.
create function suppliers.drop_repeats(part integer, load_id uuid, room integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare repeats bigint;
begin
  execute format($sql$
    create temporary table register_repeat on commit drop as
    select row_no, number, name from (
      select row_no, number, name, row_number() over (partition by scheme, number order by row_no) as nth
      from suppliers.register_entry_%1$s) numbered
    where nth > 1 $sql$, part);
  execute format($sql$
    delete from suppliers.register_entry_%1$s using register_repeat where register_entry_%1$s.row_no = register_repeat.row_no
  $sql$, part);
  get diagnostics repeats = row_count;
  insert into suppliers.register_reject (load_id, row_no, reason, extract)
    select drop_repeats.load_id, row_no, 'number-repeated', left(number || ' ' || name, 300)
    from pg_temp.register_repeat order by row_no limit room;
  return repeats;
end $$;

-- Makes a filled partition part of the register tables. Returns how many repeated rows were dropped.
create function suppliers.attach_part(part integer, load_id uuid, room integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp set maintenance_work_mem = '128MB' as $$
declare
  repeats bigint := 0;
  unique_number text := format('create unique index on suppliers.register_entry_%s (number, scheme, part)', part);
begin
  begin
    execute unique_number;
  exception when unique_violation then
    repeats := suppliers.drop_repeats(part, load_id, room);
    execute unique_number;
  end;
  execute format('create index on suppliers.register_entry_%s (name_key, part)', part);
  execute format('create index on suppliers.register_entry_%s (company_number) where company_number is not null', part);
  execute format($sql$
    insert into suppliers.register_former_name_%1$s
    select part, former_key, scheme, number
    from suppliers.register_entry_%1$s, unnest(former_keys) as former_key
    where former_keys is not null and former_key is distinct from name_key $sql$, part);
  execute format('create index on suppliers.register_former_name_%s (name_key, part)', part);
  execute format('analyze suppliers.register_entry_%s', part);
  execute format('analyze suppliers.register_former_name_%s', part);
  execute format('alter table suppliers.register_entry attach partition suppliers.register_entry_%1$s for values in (%1$s)', part);
  execute format('alter table suppliers.register_former_name attach partition suppliers.register_former_name_%1$s for values in (%1$s)', part);
  return repeats;
end $$;

-- Drops the partitions of editions that no register reads any more. Waits two seconds at most for whoever still
-- reads them; what cannot be dropped now is dropped after the next load.
create function suppliers.drop_unread_parts() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  unread text;
  dropped integer := 0;
begin
  for unread in
    select child.relname from pg_inherits
      join pg_class child on child.oid = inhrelid
    where inhparent in ('suppliers.register_entry'::regclass, 'suppliers.register_former_name'::regclass)
      and not exists (
        select from suppliers.register join suppliers.register_load using (load_id)
        where child.relname in ('register_entry_' || part, 'register_former_name_' || part))
    order by child.relname
  loop
    execute format('drop table suppliers.%I', unread);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;

revoke execute on all functions in schema suppliers from public;
grant execute on function suppliers.open_part, suppliers.attach_part, suppliers.drop_unread_parts to goldthread_app;
