-- What an authority wants: documents with objectives and priorities, who answers for them, how they are going, and
-- the thread from what residents need to what was done.
--
-- What was published is never edited, only superseded. Triggers keep that for everybody, the owner of the tables
-- included: a version is written while it is a draft; afterwards only its status moves, one step at a time.

create schema strategy;
grant usage on schema strategy to goldthread_app;

-- A document through all its versions.
create table strategy.document (
  authority_id uuid not null constraint fk_document_authority references identity.organisation (id),
  id uuid not null,
  code text not null constraint ck_document_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  kind text not null constraint ck_document_kind
    check (kind in ('corporate-plan', 'growth-plan', 'climate-plan', 'place-plan', 'other')),
  created_at timestamptz not null,
  constraint pk_document primary key (authority_id, id),
  constraint uq_document_code unique (authority_id, code)
);
call platform.protect('strategy.document');

create table strategy.version (
  authority_id uuid not null,
  document_id uuid not null,
  version integer not null constraint ck_version_number check (version > 0),
  title text not null constraint ck_version_title check (length(title) between 1 and 120),
  summary text not null,
  starts_on date not null,
  ends_on date not null,
  status text not null constraint ck_version_status check (status in ('draft', 'consulted', 'adopted', 'superseded')),
  constraint pk_version primary key (authority_id, document_id, version),
  constraint fk_version_document foreign key (authority_id, document_id) references strategy.document (authority_id, id),
  constraint ck_version_dates check (starts_on < ends_on)
);
create unique index uq_version_draft on strategy.version (authority_id, document_id) where status = 'draft';
create unique index uq_version_adopted on strategy.version (authority_id, document_id) where status = 'adopted';
call platform.protect('strategy.version');

-- Each step of a version's life: which status, decided when, by whom, and what was said of it.
create table strategy.step (
  authority_id uuid not null,
  document_id uuid not null,
  version integer not null,
  status text not null,
  decided_on date not null,
  note text not null,
  person_id uuid,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint pk_step primary key (authority_id, document_id, version, status),
  constraint fk_step_version foreign key (authority_id, document_id, version)
    references strategy.version (authority_id, document_id, version)
);
call platform.protect('strategy.step');
revoke update, delete on strategy.step from goldthread_app;

create table strategy.objective (
  authority_id uuid not null,
  document_id uuid not null,
  version integer not null,
  -- The same in every version that carries it on.
  id uuid not null,
  position integer not null,
  title text not null constraint ck_objective_title check (length(title) between 1 and 120),
  description text not null,
  constraint pk_objective primary key (authority_id, document_id, version, id),
  constraint fk_objective_version foreign key (authority_id, document_id, version)
    references strategy.version (authority_id, document_id, version)
);
call platform.protect('strategy.objective');

-- Who answers for a priority is a role; persons hold it for a period. Holders come and go without a new version.
create table strategy.owner_role (
  authority_id uuid not null constraint fk_owner_role_authority references identity.organisation (id),
  id uuid not null,
  name text not null constraint ck_owner_role_name check (length(name) between 1 and 80),
  constraint pk_owner_role primary key (authority_id, id),
  constraint uq_owner_role_name unique (authority_id, name)
);
call platform.protect('strategy.owner_role');
create table strategy.role_holder (
  authority_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  person_name text not null constraint ck_role_holder_name check (length(person_name) between 1 and 120),
  from_on date not null,
  until_on date,
  constraint pk_role_holder primary key (authority_id, id),
  constraint uq_role_holder_from unique (authority_id, role_id, from_on),
  constraint fk_role_holder_role foreign key (authority_id, role_id) references strategy.owner_role (authority_id, id),
  constraint ck_role_holder_dates check (until_on is null or from_on <= until_on)
);
call platform.protect('strategy.role_holder');

-- A priority through all versions of its document; readings and links point here, so a new version breaks no thread.
create table strategy.priority (
  authority_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  code text not null constraint ck_priority_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  constraint pk_priority primary key (authority_id, id),
  constraint uq_priority_code unique (authority_id, code),
  constraint fk_priority_document foreign key (authority_id, document_id) references strategy.document (authority_id, id)
);
call platform.protect('strategy.priority');

-- What an authority shares with others: a copy of a published priority, which all may read and nobody changes.
create table strategy.shared_priority (
  authority_id uuid not null,
  id uuid not null,
  priority_id uuid not null,
  document_id uuid not null,
  version integer not null,
  organisation_name text not null,
  document_title text not null,
  -- The text of the priority as it was published (model.ts, PriorityText).
  content jsonb not null,
  shared_at timestamptz not null,
  constraint pk_shared_priority primary key (authority_id, id),
  constraint uq_shared_priority unique (authority_id, priority_id, version),
  constraint fk_shared_priority_priority foreign key (authority_id, priority_id)
    references strategy.priority (authority_id, id)
);
alter table strategy.shared_priority enable row level security;
create policy read_all on strategy.shared_priority for select using (true);
create policy share_own on strategy.shared_priority for insert with check (authority_id = platform.authority());
grant select, insert on strategy.shared_priority to goldthread_app;

create table strategy.priority_version (
  authority_id uuid not null,
  document_id uuid not null,
  version integer not null,
  priority_id uuid not null,
  objective_id uuid not null,
  position integer not null,
  title text not null constraint ck_priority_title check (length(title) between 1 and 60),
  -- What it means, for the plan on a page.
  plain_words text not null constraint ck_priority_plain_words check (length(plain_words) <= 160),
  description text not null,
  owner_role_id uuid,
  -- [{"code": "E05990001", "name": "Lanternhill"}]; empty for all of the authority's area.
  places jsonb not null,
  indicator text not null constraint ck_priority_indicator check (length(indicator) <= 100),
  unit text not null constraint ck_priority_unit check (length(unit) <= 30),
  direction text not null constraint ck_priority_direction check (direction in ('up', 'down')),
  baseline numeric,
  baseline_on date,
  -- [{"year": "2026/27", "value": "120"}], in order.
  targets jsonb not null,
  -- [{"framework": "open", "code": "fair-pay"}]
  outcomes jsonb not null,
  measures jsonb not null,
  -- Where it came from, if another authority shared it: the shared copy and its owner.
  origin_authority_id uuid,
  origin_share_id uuid,
  constraint pk_priority_version primary key (authority_id, document_id, version, priority_id),
  constraint fk_priority_version_priority foreign key (authority_id, priority_id)
    references strategy.priority (authority_id, id),
  constraint fk_priority_version_objective foreign key (authority_id, document_id, version, objective_id)
    references strategy.objective (authority_id, document_id, version, id),
  constraint fk_priority_version_owner foreign key (authority_id, owner_role_id)
    references strategy.owner_role (authority_id, id),
  constraint fk_priority_version_origin foreign key (origin_authority_id, origin_share_id)
    references strategy.shared_priority (authority_id, id),
  constraint ck_priority_baseline check ((baseline is null) = (baseline_on is null))
);
call platform.protect('strategy.priority_version');

-- The council's own figures for a priority. `place_code` is empty for all of its area.
create table strategy.reading (
  authority_id uuid not null,
  id uuid not null,
  priority_id uuid not null,
  place_code text not null,
  place_name text not null,
  measured_on date not null,
  value numeric not null,
  source text not null,
  note text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  superseded_by uuid,
  constraint pk_reading primary key (authority_id, id),
  constraint fk_reading_priority foreign key (authority_id, priority_id) references strategy.priority (authority_id, id),
  constraint fk_reading_superseded_by foreign key (authority_id, superseded_by)
    references strategy.reading (authority_id, id) deferrable initially deferred
);
create unique index uq_reading_current on strategy.reading (authority_id, priority_id, place_code, measured_on)
  where superseded_by is null;
call platform.protect('strategy.reading');

-- A plan on a page as it was published: its whole content, for everybody to read, for ever.
create table strategy.plan (
  authority_id uuid not null constraint fk_plan_authority references identity.organisation (id),
  edition integer not null,
  slug text not null,
  published_at timestamptz not null,
  person_name text not null,
  content jsonb not null,
  constraint pk_plan primary key (authority_id, edition)
);
create index plan_by_slug on strategy.plan (slug, edition desc);
alter table strategy.plan enable row level security;
create policy read_all on strategy.plan for select using (true);
create policy publish_own on strategy.plan for insert with check (authority_id = platform.authority());
grant select, insert on strategy.plan to goldthread_app;

-- What other modules, or people by hand, put on the thread, and which node hangs under which.
create table strategy.thread_node (
  authority_id uuid not null constraint fk_thread_node_authority references identity.organisation (id),
  kind text not null,
  id text not null,
  title text not null constraint ck_thread_node_title check (length(title) between 1 and 200),
  href text,
  note text not null,
  constraint pk_thread_node primary key (authority_id, kind, id)
);
call platform.protect('strategy.thread_node');
create table strategy.thread_link (
  authority_id uuid not null constraint fk_thread_link_authority references identity.organisation (id),
  upper_kind text not null,
  upper_id text not null,
  lower_kind text not null,
  lower_id text not null,
  constraint pk_thread_link primary key (authority_id, upper_kind, upper_id, lower_kind, lower_id)
);
call platform.protect('strategy.thread_link');

create function strategy.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was published is never edited, only superseded (%.%)', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create function strategy.keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'draft' then return old; end if;
  elsif old.status = 'draft' and new.status in ('draft', 'consulted') then
    return new;
  elsif (old.status, new.status) in (('consulted', 'adopted'), ('consulted', 'superseded'), ('adopted', 'superseded'))
    and to_jsonb(old) - 'status' = to_jsonb(new) - 'status' then
    return new;
  end if;
  raise exception 'what was published is never edited, only superseded (strategy.version)'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_version before update or delete on strategy.version
  for each row execute function strategy.keep_version();

-- A version begins as a draft, so that its text cannot be slipped in as if it had been decided.
create function strategy.begin_as_draft() returns trigger language plpgsql as $$
begin
  if new.status <> 'draft' then
    raise exception 'a version begins as a draft' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger begin_as_draft before insert on strategy.version
  for each row execute function strategy.begin_as_draft();

-- Objectives and priorities come, change and go only while their version is a draft.
create function strategy.keep_text() returns trigger language plpgsql as $$
declare
  row_before record := coalesce(old, new);
  row_after record := coalesce(new, old);
begin
  if exists (select from strategy.version v where v.status <> 'draft'
      and (v.authority_id, v.document_id, v.version) in (
        (row_before.authority_id, row_before.document_id, row_before.version),
        (row_after.authority_id, row_after.document_id, row_after.version))) then
    raise exception 'what was published is never edited, only superseded (strategy.%)', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return row_after;
end $$;
create trigger keep_text before insert or update or delete on strategy.objective
  for each row execute function strategy.keep_text();
create trigger keep_text before insert or update or delete on strategy.priority_version
  for each row execute function strategy.keep_text();

create trigger keep_step before update or delete on strategy.step
  for each row execute function strategy.refuse_change();
create trigger keep_plan before update or delete on strategy.plan
  for each row execute function strategy.refuse_change();
create trigger keep_shared before update or delete on strategy.shared_priority
  for each row execute function strategy.refuse_change();

-- A reading is corrected by another one that takes its place; the first stays.
create function strategy.keep_reading() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.superseded_by is null and new.superseded_by is not null
    and to_jsonb(old) - 'superseded_by' = to_jsonb(new) - 'superseded_by' then
    return new;
  end if;
  raise exception 'a reading is never edited, only superseded' using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_reading before update or delete on strategy.reading
  for each row execute function strategy.keep_reading();
