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

-- A rule of the council's own, version by version: a version holds from its day until the next one's, or until it ends.
create table procurement.local_rule (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  version integer not null,
  title text not null,
  duty text not null,
  -- The whole value without VAT: from this, and below that. Null is "without limit".
  from_pence bigint,
  below_pence bigint,
  kinds text[] not null default '{}',
  quotes integer,
  local_quotes integer,
  weight_percent numeric(5, 2),
  source text not null default '',
  example text,
  in_force_from date not null,
  in_force_until date,
  adopted_at timestamptz not null default now(),
  adopted_by text not null,
  constraint pk_local_rule primary key (authority_id, id, version),
  constraint ck_local_rule_duty check (duty in ('consider-social-value', 'single-local-source', 'quotes',
    'minimum-weight')),
  constraint ck_local_rule_band check (from_pence >= 0 and below_pence > coalesce(from_pence, 0)),
  constraint ck_local_rule_days check (in_force_until >= in_force_from)
);
call platform.protect('procurement.local_rule');

-- Somebody asks to set a local rule aside for one purchase; another person approves it or not.
create table procurement.rule_override (
  authority_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  rule_id uuid not null,
  rule_version integer not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  note text not null default '',
  constraint pk_rule_override primary key (authority_id, id),
  constraint fk_rule_override_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint fk_rule_override_rule foreign key (authority_id, rule_id, rule_version)
    references procurement.local_rule (authority_id, id, version),
  constraint ck_rule_override_decision check (decision in ('approved', 'refused')),
  constraint ck_rule_override_two_people check (decided_by <> asked_by),
  constraint ck_rule_override_whole check ((decision is null) = (decided_by is null))
);
create index rule_override_by_purchase on procurement.rule_override (authority_id, purchase_id);
create unique index uq_rule_override_open on procurement.rule_override (authority_id, purchase_id, rule_id)
  where decision is null;
call platform.protect('procurement.rule_override');

-- One effect that a purchase is expected to have on people, the economy or the environment.
create table procurement.impact (
  authority_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  direction text not null,
  dimension text not null,
  effect text not null,
  groups text[] not null default '{}',
  place_ids uuid[] not null default '{}',
  likelihood integer not null,
  scale integer not null,
  -- How a bad effect is met: by a change to what is bought, or by the reason for which it is accepted.
  answer text,
  answer_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by text not null,
  constraint pk_impact primary key (authority_id, id),
  constraint fk_impact_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint ck_impact_direction check (direction in ('positive', 'negative')),
  constraint ck_impact_dimension check (dimension in ('social', 'economic', 'environmental')),
  constraint ck_impact_likelihood check (likelihood between 1 and 4),
  constraint ck_impact_scale check (scale between 1 and 4),
  constraint ck_impact_answer check (answer in ('subject', 'specification', 'questions', 'accepted'))
);
create index impact_by_purchase on procurement.impact (authority_id, purchase_id);
call platform.protect('procurement.impact');

-- Where no effect of a kind is expected, and why.
create table procurement.impact_none (
  authority_id uuid not null,
  purchase_id uuid not null,
  dimension text not null,
  reason text not null,
  constraint pk_impact_none primary key (authority_id, purchase_id, dimension),
  constraint fk_impact_none_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint ck_impact_none_dimension check (dimension in ('social', 'economic', 'environmental'))
);
call platform.protect('procurement.impact_none');

-- A calendar that a person subscribes to by a secret address, of which only the SHA-256 is kept.
create table procurement.calendar_feed (
  authority_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Null: every purchase.
  purchase_id uuid,
  secret_hash text not null,
  created_at timestamptz not null default now(),
  constraint pk_calendar_feed primary key (authority_id, id),
  constraint uq_calendar_feed_secret unique (authority_id, secret_hash),
  constraint fk_calendar_feed_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id)
);
call platform.protect('procurement.calendar_feed');
