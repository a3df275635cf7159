-- Purchases that an authority plans, what its own rules ask of them, and what they will do to people and places.

create schema procurement;
grant usage on schema procurement to goldthread_app;

-- One purchase, from an idea to a contract that has ended. Money is in pence without VAT; `value_pence` is the
-- certain part, options and extensions stand apart. Facts that no column holds are in `facts`, under the names
-- that `goldthread law explain` takes.
create table procurement.purchase (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  number integer not null,
  title text not null,
  purpose text not null default '',
  stage text not null default 'idea',
  kind text,
  category text not null default '',
  department text not null default '',
  place_ids uuid[] not null default '{}',
  value_pence bigint,
  options_pence bigint not null default 0,
  extensions_pence bigint not null default 0,
  -- The rate that applies, in per cent; null while nobody has answered.
  vat_rate integer,
  commences_on date,
  tender_on date,
  tenders_due_on date,
  award_on date,
  contract_on date,
  starts_on date,
  ends_on date,
  extended_ends_on date,
  expiring_contract text not null default '',
  expiring_on date,
  owner text not null default '',
  facts jsonb not null default '{}',
  is_public boolean not null default false,
  created_at timestamptz not null default now(),
  created_by text not null,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint pk_purchase primary key (authority_id, id),
  constraint uq_purchase_number unique (authority_id, number),
  constraint ck_purchase_title check (length(title) between 1 and 200),
  constraint ck_purchase_stage check (stage in ('idea', 'planning', 'engagement', 'ask', 'ready', 'published',
    'assessing', 'awarded', 'in-contract', 'ended', 'stopped')),
  constraint ck_purchase_kind check (kind in ('goods', 'services', 'works', 'light-touch', 'services-concession',
    'works-concession')),
  constraint ck_purchase_money check (value_pence >= 0 and options_pence >= 0 and extensions_pence >= 0),
  constraint ck_purchase_vat check (vat_rate between 0 and 100)
);
call platform.protect('procurement.purchase');
