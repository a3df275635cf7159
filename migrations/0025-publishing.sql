-- What authorities have said in public, in the order they said it; who may be named; and what waits to be published.

create schema publishing;
grant usage on schema publishing to goldthread_app;

-- An authority that publishes. Nothing leaves before this row is there.
create table publishing.publisher (
  authority_id uuid not null constraint fk_publisher_authority references identity.organisation (id),
  -- Registered with the Open Contracting Partnership.
  ocid_prefix text not null constraint ck_publisher_ocid check (ocid_prefix ~ '^ocds-[a-z0-9]{6}$'),
  -- Registered with 360Giving; null where grants are not published.
  grants_prefix text constraint ck_publisher_grants check (grants_prefix ~ '^360G-[A-Za-z0-9_-]{1,40}$'),
  -- As org-id.guide has it: `GB-LAE-NMR`.
  org_id text not null constraint ck_publisher_org_id check (org_id ~ '^[A-Z]{2}-[A-Z0-9]+-[A-Za-z0-9._-]{1,60}$'),
  contact text not null,
  opened_at timestamptz not null,
  opened_by text not null,
  constraint pk_publisher primary key (authority_id)
);
call platform.protect('publishing.publisher');
revoke delete on publishing.publisher from goldthread_app;
create policy everybody_reads on publishing.publisher for select using (true);

-- The log. `body` is json and not jsonb: what was published stays as it was, to the byte.
-- `position` is where a release begins in the file of all releases (JSON Lines), `own_position` in that of its
-- authority; the log only grows, so a range of bytes means the same tomorrow.
create table publishing.release (
  authority_id uuid not null constraint fk_release_authority references identity.organisation (id),
  ocid text not null,
  number integer not null constraint ck_release_number check (number > 0),
  release_id text not null,
  tag text not null,
  released_at timestamptz not null,
  sequence bigint not null,
  position bigint not null,
  own_position bigint not null,
  bytes integer not null,
  body json not null,
  constraint pk_release primary key (authority_id, ocid, number),
  constraint uq_release_id unique (authority_id, release_id)
);
-- Over all authorities: the feed goes by it, and no two releases share a place in it.
create unique index uq_release_sequence on publishing.release (sequence);
create unique index uq_release_position on publishing.release (position);
create unique index uq_release_own on publishing.release (authority_id, sequence);
create unique index uq_release_own_position on publishing.release (authority_id, own_position);
alter table publishing.release enable row level security;
create policy everybody_reads on publishing.release for select using (true);
create policy publish_own on publishing.release for insert with check (authority_id = platform.authority());
grant select, insert on publishing.release to goldthread_app;

-- A reader that has come to release 7 asks for what follows 7. With an ordinary sequence, 6 could be given out first
-- and committed after 7: the reader would never see it. Here a writer waits at its first release until the writer
-- before it has committed or gone back, so numbers become visible in their order and without a gap. Locks are let go
-- after a commit has become visible.
create function publishing.number_release() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  -- A plan made while the log was short must not read all of it once it is long.
  set enable_seqscan = off
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('publishing.release', 0));
    new.bytes := octet_length(new.body::text) + 1;
    select coalesce(max(r.sequence), 0) + 1 into new.sequence from publishing.release r;
    select coalesce(max(r.position + r.bytes), 0) into new.position
      from publishing.release r where r.sequence = new.sequence - 1;
    select r.own_position + r.bytes into new.own_position
      from publishing.release r where r.authority_id = new.authority_id order by r.sequence desc limit 1;
    new.own_position := coalesce(new.own_position, 0);
    return new;
  end $$;
create trigger number_release before insert on publishing.release
  for each row execute function publishing.number_release();

-- The owner is not bound by grants. A release that was published is not taken back: a later one says otherwise.
create function publishing.refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'a published release is never changed'; end $$;
create trigger never_changed before update or delete on publishing.release
  for each row execute function publishing.refuse_change();

-- What holds of a process after its last release, and what the public pages list and sum. All of it comes out of
-- releases, so that no page can show what was not published.
create table publishing.process (
  authority_id uuid not null constraint fk_process_authority references identity.organisation (id),
  ocid text not null,
  number integer not null,
  -- What it tells of; null for the other.
  purchase_id uuid,
  contract_id uuid,
  compiled json not null,
  published_at timestamptz not null,
  stage text not null,
  title text not null,
  supplier_name text,
  supplier_id text,
  value_pence bigint,
  paid_pence bigint,
  starts_on date,
  ends_on date,
  -- What the search looks through, in lower case.
  words text not null,
  constraint pk_process primary key (authority_id, ocid),
  constraint uq_process_purchase unique (authority_id, purchase_id),
  constraint uq_process_contract unique (authority_id, contract_id)
);
call platform.protect('publishing.process');
revoke delete on publishing.process from goldthread_app;
create policy everybody_reads on publishing.process for select using (true);

create table publishing.promise (
  authority_id uuid not null,
  ocid text not null,
  id text not null,
  title text not null,
  unit text not null,
  basis text not null,
  price_year text,
  priority text,
  place_code text,
  place_name text,
  status text not null,
  quantity numeric not null,
  -- Pence for one unit; null where it is counted and not priced.
  unit_pence numeric,
  constraint pk_promise primary key (authority_id, ocid, id),
  constraint fk_promise_process foreign key (authority_id, ocid) references publishing.process (authority_id, ocid)
);
call platform.protect('publishing.promise');
create policy everybody_reads on publishing.promise for select using (true);

create table publishing.outcome (
  authority_id uuid not null,
  ocid text not null,
  id text not null,
  -- Null for what nobody had promised.
  promise_id text,
  title text not null,
  unit text not null,
  done_on date,
  financial_year text,
  place_code text,
  place_name text,
  status text not null,
  reported numeric not null,
  verified numeric not null,
  story text,
  constraint pk_outcome primary key (authority_id, ocid, id),
  constraint fk_outcome_process foreign key (authority_id, ocid) references publishing.process (authority_id, ocid),
  constraint fk_outcome_promise foreign key (authority_id, ocid, promise_id)
    references publishing.promise (authority_id, ocid, id)
);
call platform.protect('publishing.outcome');
create policy everybody_reads on publishing.outcome for select using (true);

-- Processes that could not be published, and why. Kept from the public.
create table publishing.held (
  authority_id uuid not null constraint fk_held_authority references identity.organisation (id),
  subject text not null,
  title text not null,
  reasons text[] not null,
  held_at timestamptz not null,
  constraint pk_held primary key (authority_id, subject)
);
call platform.protect('publishing.held');

-- Names that may be those of individuals, and what a person decided on them. Without a decision a name stays hidden.
create table publishing.naming (
  authority_id uuid not null constraint fk_naming_authority references identity.organisation (id),
  name_key text not null,
  name text not null,
  -- Why a rule takes it for an individual.
  reason text not null,
  found_in text[] not null,
  found_at timestamptz not null,
  decision text constraint ck_naming_decision check (decision in ('organisation', 'named', 'individual')),
  note text not null default '',
  decided_by text,
  decided_at timestamptz,
  constraint pk_naming primary key (authority_id, name_key),
  constraint ck_naming_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
call platform.protect('publishing.naming');

-- Stories of deliveries that somebody has approved for the public. Nothing a supplier wrote leaves before that.
create table publishing.story (
  authority_id uuid not null constraint fk_story_authority references identity.organisation (id),
  delivery_id uuid not null,
  -- As it was approved: a change of the story needs a new approval.
  story text not null constraint ck_story check (length(story) between 1 and 4000),
  is_approved boolean not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint pk_story primary key (authority_id, delivery_id)
);
call platform.protect('publishing.story');

-- Data sets of the Transparency Code and of 360Giving, as files that were published once and stay as they were.
create table publishing.edition (
  authority_id uuid not null constraint fk_edition_authority references identity.organisation (id),
  dataset text not null constraint ck_edition_dataset check (dataset in ('spend', 'contracts', 'grants', 'grants-360', 'grants-360-csv')),
  period text not null,
  number integer not null constraint ck_edition_number check (number > 0),
  file_hash text not null,
  file_bytes bigint not null,
  content_type text not null,
  rows integer not null,
  redacted integer not null,
  to_review integer not null,
  published_at timestamptz not null,
  published_by text not null,
  constraint pk_edition primary key (authority_id, dataset, period, number)
);
alter table publishing.edition enable row level security;
create policy everybody_reads on publishing.edition for select using (true);
create policy publish_own on publishing.edition for insert with check (authority_id = platform.authority());
grant select, insert on publishing.edition to goldthread_app;
