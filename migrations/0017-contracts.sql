-- What was agreed with suppliers, what they promised beside the work, and what came of it.
--
-- A delivery counts only as far as a contract manager has verified it. Its steps are appended and never changed, so
-- that a verified figure always says who verified it, when and why.

create schema contracts;
grant usage on schema contracts to goldthread_app;

create table contracts.contract (
  authority_id uuid not null constraint fk_contract_authority references identity.organisation (id),
  id uuid not null,
  reference text not null constraint ck_contract_reference check (length(reference) between 1 and 100),
  title text not null constraint ck_contract_title check (length(title) between 1 and 300),
  description text not null,
  department text not null,
  lot text not null,
  supplier_name text not null constraint ck_contract_supplier check (length(supplier_name) between 1 and 300),
  supplier_scheme text,
  supplier_number text,
  -- What spending calls the supplier: `GB-COH-01234567`, or `name:…` where no number is known.
  supplier_key text not null,
  value_pence bigint constraint ck_contract_value check (value_pence >= 0),
  starts_on date,
  -- The last day without extensions.
  ends_on date,
  manager text not null,
  supplier_contact text not null,
  cpv text[] not null,
  source text not null constraint ck_contract_source check (source in ('form', 'file', 'open-data')),
  source_name text not null,
  recorded_at timestamptz not null,
  constraint pk_contract primary key (authority_id, id),
  constraint uq_contract_reference unique (authority_id, reference),
  constraint ck_contract_dates check (starts_on is null or ends_on is null or starts_on <= ends_on),
  constraint ck_contract_number check ((supplier_scheme is null) = (supplier_number is null))
);
create index contract_of_supplier on contracts.contract (authority_id, supplier_key);
call platform.protect('contracts.contract');

-- An extension is agreed as an option, and taken on a day or never.
create table contracts.extension (
  authority_id uuid not null,
  contract_id uuid not null,
  number integer not null constraint ck_extension_number check (number > 0),
  until_on date not null,
  taken_on date,
  note text not null,
  constraint pk_extension primary key (authority_id, contract_id, number),
  constraint fk_extension_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.extension');

create table contracts.commitment (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  title text not null constraint ck_commitment_title check (length(title) between 1 and 300),
  framework text,
  measure text,
  unit text not null constraint ck_commitment_unit check (length(unit) between 1 and 60),
  quantity numeric not null constraint ck_commitment_quantity check (quantity > 0),
  -- Pounds for one unit as agreed at award; later editions of the framework do not move it.
  unit_value numeric constraint ck_commitment_value check (unit_value >= 0),
  price_year text,
  basis text not null,
  -- [{"year": "2026/27", "quantity": "12"}], in order.
  schedule jsonb not null,
  place_code text not null,
  place_name text not null,
  evidence_rule text not null,
  owner text not null,
  supplier_owner text not null,
  priority_id uuid,
  scales_with_spend boolean not null,
  recorded_at timestamptz not null,
  constraint pk_commitment primary key (authority_id, id),
  constraint fk_commitment_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id),
  constraint uq_commitment_of_contract unique (authority_id, contract_id, id)
);
call platform.protect('contracts.commitment');

-- One thing that was done once, and in which several contracts may have a share.
create table contracts.activity (
  authority_id uuid not null constraint fk_activity_authority references identity.organisation (id),
  id uuid not null,
  title text not null constraint ck_activity_title check (length(title) between 1 and 200),
  quantity numeric not null constraint ck_activity_quantity check (quantity > 0),
  unit text not null,
  constraint pk_activity primary key (authority_id, id),
  constraint uq_activity_title unique (authority_id, title)
);
call platform.protect('contracts.activity');

create table contracts.delivery (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  -- Null for what nobody had promised.
  commitment_id uuid,
  activity_id uuid,
  title text not null constraint ck_delivery_title check (length(title) between 1 and 300),
  unit text not null,
  quantity numeric not null constraint ck_delivery_quantity check (quantity > 0),
  verified_quantity numeric,
  from_on date not null,
  to_on date not null,
  place_code text not null,
  place_name text not null,
  story text not null,
  reported_for text not null,
  status text not null constraint ck_delivery_status check (status in ('reported', 'asked', 'accepted', 'partly', 'rejected')),
  reported_at timestamptz not null,
  constraint pk_delivery primary key (authority_id, id),
  constraint fk_delivery_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id),
  constraint fk_delivery_commitment foreign key (authority_id, contract_id, commitment_id)
    references contracts.commitment (authority_id, contract_id, id),
  constraint fk_delivery_activity foreign key (authority_id, activity_id) references contracts.activity (authority_id, id),
  constraint ck_delivery_dates check (from_on <= to_on),
  -- Only verified counts, and never more than was reported.
  constraint ck_delivery_verified check (
    case status when 'accepted' then verified_quantity = quantity
      when 'partly' then verified_quantity > 0 and verified_quantity < quantity
      else verified_quantity is null end)
);
create index delivery_of_contract on contracts.delivery (authority_id, contract_id, to_on);
create index delivery_of_activity on contracts.delivery (authority_id, activity_id) where activity_id is not null;
create index delivery_waiting on contracts.delivery (authority_id, reported_at) where status in ('reported', 'asked');
call platform.protect('contracts.delivery');

create table contracts.delivery_step (
  authority_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  status text not null,
  quantity numeric,
  note text not null,
  person_id uuid,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint pk_delivery_step primary key (authority_id, delivery_id, number),
  constraint fk_delivery_step foreign key (authority_id, delivery_id) references contracts.delivery (authority_id, id)
);
call platform.protect('contracts.delivery_step');
revoke update, delete on contracts.delivery_step from goldthread_app;

create table contracts.evidence (
  authority_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  file_hash text not null,
  file_name text not null,
  content_type text not null,
  bytes integer not null,
  -- Whether a virus scanner has looked at it.
  scan text not null constraint ck_evidence_scan check (scan in ('clean', 'not-scanned')),
  had_metadata boolean not null,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint pk_evidence primary key (authority_id, id),
  constraint fk_evidence_delivery foreign key (authority_id, delivery_id) references contracts.delivery (authority_id, id)
);
call platform.protect('contracts.evidence');
revoke update on contracts.evidence from goldthread_app;
