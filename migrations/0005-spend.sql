-- Payment files, payments and payees of an authority.

create schema spend;
grant usage on schema spend to goldthread_app;

-- One file that was handed in. Its payments count only while `status` is 'counted'.
create table spend.import (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  file_bytes bigint not null,
  status text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  created_by text not null,
  -- How the file was read: the layout as detected or corrected, and the correction where a person made one.
  layout jsonb,
  correction jsonb,
  signature text,
  progress_rows integer not null default 0,
  rows_source integer not null default 0,
  rows_payments integer not null default 0,
  rows_other integer not null default 0,
  rows_rejected integer not null default 0,
  pence_payments bigint not null default 0,
  pence_rejected bigint not null default 0,
  pence_printed_total bigint,
  period_from date,
  period_to date,
  warnings jsonb not null default '[]',
  -- What it shares with files counted before it, where a person has to choose.
  overlap jsonb,
  problem text,
  constraint pk_import primary key (authority_id, id),
  constraint ck_import_status check (status in
    ('uploaded', 'queued', 'reading', 'overlapping', 'counted', 'unreadable', 'failed', 'undone'))
);
create index import_by_hash on spend.import (authority_id, file_hash);
create index import_by_date on spend.import (authority_id, created_at desc);

-- A supplier as the ledger names it. `tier` is where it is seen from the authority's home place.
create table spend.payee (
  authority_id uuid not null,
  id integer not null,
  payee_key text not null,
  name text not null,
  name_key text not null,
  flag text not null,
  supplier_reference text,
  company_number text,
  charity_number text,
  postcode text,
  register_scheme text,
  register_number text,
  identified_by text,
  located_postcode text,
  located_by text,
  located_as text,
  tier text not null default 'unknown',
  constraint pk_payee primary key (authority_id, id),
  -- The key comes first here alone: with the authority first, the planner takes this index for the check of
  -- payments' foreign key while the table is young, and walks all payees for each payment.
  constraint uq_payee_key unique (payee_key, authority_id)
);

create table spend.payment (
  authority_id uuid not null,
  import_id uuid not null,
  part smallint not null,
  row_number integer not null,
  payee_id integer not null,
  -- The day paid, or where the file tells only a period, that period's first day.
  paid_on date,
  period_from date,
  period_to date,
  amount_pence bigint not null,
  vat_pence bigint,
  body text,
  department text,
  category text,
  description text,
  reference text,
  expense_type text,
  contract_reference text,
  constraint pk_payment primary key (authority_id, import_id, part, row_number),
  constraint fk_payment_import foreign key (authority_id, import_id) references spend.import (authority_id, id),
  constraint fk_payment_payee foreign key (authority_id, payee_id) references spend.payee (authority_id, id)
);
create index payment_by_payee on spend.payment (authority_id, payee_id, paid_on desc);
create index payment_by_date on spend.payment (authority_id, paid_on desc, import_id, row_number);

-- Rows of a file that are not payments (titles, blanks, totals), and rows that could not be read.
create table spend.other_row (
  authority_id uuid not null,
  import_id uuid not null,
  part smallint not null,
  row_number integer not null,
  kind text not null,
  cells text not null,
  constraint pk_other_row primary key (authority_id, import_id, part, row_number),
  constraint fk_other_row_import foreign key (authority_id, import_id) references spend.import (authority_id, id)
);
create table spend.rejected_row (
  authority_id uuid not null,
  import_id uuid not null,
  part smallint not null,
  row_number integer not null,
  reason text not null,
  message text not null,
  amount_pence bigint,
  cells text not null,
  constraint pk_rejected_row primary key (authority_id, import_id, part, row_number),
  constraint fk_rejected_row_import foreign key (authority_id, import_id) references spend.import (authority_id, id)
);

-- What the pages add up: payments by payee, month, department and category. Made from spend.payment when a
-- file begins to count, removed when it is undone; about a tenth of the rows.
create table spend.summary (
  authority_id uuid not null,
  import_id uuid not null,
  payee_id integer not null,
  month date,
  department text,
  category text,
  payments integer not null,
  amount_pence bigint not null
);
create index summary_of_import on spend.summary (authority_id, import_id);
create index summary_of_payee on spend.summary (authority_id, payee_id);

-- A correction a person made, for the next file of the same shape.
create table spend.remembered_layout (
  authority_id uuid not null,
  signature text not null,
  correction jsonb not null,
  remembered_at timestamptz not null default now(),
  constraint pk_remembered_layout primary key (authority_id, signature)
);

-- Grows by one with every change of what counts: what was worked out for a version holds for that version.
create table spend.version (
  authority_id uuid not null,
  number bigint not null,
  constraint pk_version primary key (authority_id)
);

call platform.protect('spend.import');
call platform.protect('spend.payee');
call platform.protect('spend.payment');
call platform.protect('spend.other_row');
call platform.protect('spend.rejected_row');
call platform.protect('spend.summary');
call platform.protect('spend.remembered_layout');
call platform.protect('spend.version');
