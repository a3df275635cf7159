-- Frameworks of measures, what an authority changes in them, and reference data that is newer than what ships.

create schema measures;
grant usage on schema measures to goldthread_app;

-- The operator (command line, worker) acts for no authority and is no signed-in person; only the operator writes
-- what all share.
create function measures.is_mine(owner uuid) returns boolean language sql stable parallel safe
  as $$ select case when owner is null then platform.authority() is null and platform.person() is null
                    else owner = platform.authority() end $$;
create function measures.is_seen(owner uuid) returns boolean language sql stable parallel safe
  as $$ select owner is null or owner = platform.authority() $$;

create procedure measures.protect_shared(shared_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', shared_table);
  execute format('create policy read_shared_and_own on %s for select using (measures.is_seen(authority_id))', shared_table);
  execute format('create policy write_own on %s using (measures.is_mine(authority_id))', shared_table);
  execute format('grant select, insert on %s to goldthread_app', shared_table);
end $$;

-- One version of a framework, as it was published or handed in. It is never changed: a newer one stands beside it.
create table measures.framework (
  id uuid primary key,
  -- Null: ships with the product or was loaded by the operator; all authorities see it.
  authority_id uuid references identity.organisation (id),
  code text not null,
  version text not null,
  title text not null,
  published_on date not null,
  applies_from date,
  licence text not null,
  -- 'restricted': not shown to the public and not exported.
  terms text not null constraint ck_framework_terms check (terms in ('open', 'restricted')),
  attribution text[] not null,
  notice text,
  is_optional_template boolean not null,
  source text,
  rubrics jsonb not null,
  never_together jsonb not null,
  file_name text,
  added_at timestamptz not null,
  added_by text not null,
  constraint uq_framework unique nulls not distinct (authority_id, code, version)
);

-- Its themes, outcomes and measures, each read and written as a whole.
create table measures.entry (
  framework_id uuid not null constraint fk_entry_framework references measures.framework (id),
  authority_id uuid,
  kind text not null constraint ck_entry_kind check (kind in ('theme', 'outcome', 'measure')),
  code text not null,
  position integer not null,
  content jsonb not null,
  constraint pk_entry primary key (framework_id, kind, code)
);

call measures.protect_shared('measures.framework');
call measures.protect_shared('measures.entry');

-- A framework that an authority has made its own: the version it rests on, and how often it was changed.
create table measures.adaptation (
  authority_id uuid not null references identity.organisation (id),
  framework_code text not null,
  framework_id uuid not null constraint fk_adaptation_framework references measures.framework (id),
  revision integer not null,
  constraint pk_adaptation primary key (authority_id, framework_code)
);

-- What it changes, switches off or adds. `fields` holds only what differs, so that the origin stays to be seen.
create table measures.change (
  authority_id uuid not null,
  framework_code text not null,
  kind text not null constraint ck_change_kind check (kind in ('theme', 'outcome', 'measure')),
  code text not null,
  act text not null constraint ck_change_act check (act in ('change', 'off', 'add')),
  fields jsonb not null,
  because text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint pk_change primary key (authority_id, framework_code, kind, code),
  constraint fk_change_adaptation foreign key (authority_id, framework_code)
    references measures.adaptation (authority_id, framework_code)
);

-- How much a measure matters for a ward or a priority, 1 being as much as the others. It never touches pounds.
create table measures.weight (
  authority_id uuid not null,
  framework_code text not null,
  measure text not null,
  target_kind text not null constraint ck_weight_target check (target_kind in ('ward', 'priority')),
  target text not null,
  weight numeric(4, 2) not null constraint ck_weight_size check (weight between 0 and 10),
  because text not null,
  constraint pk_weight primary key (authority_id, framework_code, measure, target_kind, target),
  constraint fk_weight_adaptation foreign key (authority_id, framework_code)
    references measures.adaptation (authority_id, framework_code)
);

call platform.protect('measures.adaptation');
call platform.protect('measures.change');
call platform.protect('measures.weight');

-- A deflator, carbon table, schedule of rates or list of wages that stands in for the one that ships. The newest counts.
create table measures.reference_set (
  id uuid primary key,
  authority_id uuid references identity.organisation (id),
  kind text not null constraint ck_reference_kind check (kind in ('deflators', 'carbon-values', 'discount-rates', 'wages')),
  source jsonb not null,
  content jsonb not null,
  file_name text not null,
  added_at timestamptz not null,
  added_by text not null
);
create index reference_set_by_kind on measures.reference_set (kind, added_at desc);
call measures.protect_shared('measures.reference_set');
