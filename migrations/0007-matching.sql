-- Matching payees to suppliers: what people decided, and how far the matcher is.

-- The name without words of structure and country: sister companies and subsidiaries mostly share it.
alter table spend.payee add column group_key text;

-- What a person said about a payee. It holds for every later file, under another spelling too, until it is taken back.
create table spend.payee_decision (
  authority_id uuid not null,
  payee_key text not null,
  -- The payee's name, settled, without clerks' notes.
  name_key text not null,
  payee_name text not null,
  -- Null where the person said that no register entry fits.
  register_scheme text,
  register_number text,
  supplier_name text,
  -- Decisions taken with one key press are taken back with one.
  batch uuid not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint pk_payee_decision primary key (authority_id, payee_key),
  constraint ck_payee_decision_number check ((register_scheme is null) = (register_number is null))
);
create index payee_decision_by_batch on spend.payee_decision (authority_id, batch);

-- The newest run of the matcher for an authority. `register_version` names the editions it looked in.
create table spend.matching (
  authority_id uuid not null,
  state text not null,
  part text,
  share real not null default 0,
  register_version text,
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  payees integer not null default 0,
  matched integer not null default 0,
  doubtful integer not null default 0,
  unknown integer not null default 0,
  individuals integer not null default 0,
  problem text,
  constraint pk_matching primary key (authority_id),
  constraint ck_matching_state check (state in ('waiting', 'running', 'done', 'failed'))
);

call platform.protect('spend.payee_decision');
call platform.protect('spend.matching');
