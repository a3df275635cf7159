-- What happens to a contract in its life: the supplier reports, indicators are assessed, reviews are held, changes are
-- tested and approved, and every day of its past can be told again.

alter table contracts.contract drop constraint ck_contract_source;
alter table contracts.contract
  add constraint ck_contract_source check (source in ('form', 'file', 'open-data', 'award')),
  -- The award and the purchase it came from; null for one that began elsewhere.
  add column award_id uuid,
  add column purchase_id uuid;
create unique index contract_of_award on contracts.contract (authority_id, award_id) where award_id is not null;

-- A commitment that another took the place of holds until the day before; the other from that day. Null: the whole term.
alter table contracts.commitment
  add column from_on date,
  add column until_on date,
  add column replaces uuid,
  add constraint fk_commitment_replaces foreign key (authority_id, contract_id, replaces)
    references contracts.commitment (authority_id, contract_id, id);

-- Who does part of the work for the supplier, and for whom: a sub-contractor's own sub-contractor stands a tier below.
create table contracts.sub_contractor (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  above uuid,
  name text not null constraint ck_sub_contractor_name check (length(name) between 1 and 300),
  number text not null,
  work text not null,
  value_pence bigint constraint ck_sub_contractor_value check (value_pence >= 0),
  left_on date,
  constraint pk_sub_contractor primary key (authority_id, id),
  constraint uq_sub_contractor unique (authority_id, contract_id, id),
  constraint fk_sub_contractor_contract foreign key (authority_id, contract_id)
    references contracts.contract (authority_id, id),
  constraint fk_sub_contractor_above foreign key (authority_id, contract_id, above)
    references contracts.sub_contractor (authority_id, contract_id, id)
);
call platform.protect('contracts.sub_contractor');

alter table contracts.delivery
  add column reported_by text not null default 'council'
    constraint ck_delivery_reported_by check (reported_by in ('council', 'supplier')),
  add column sub_contractor_id uuid,
  add constraint fk_delivery_sub_contractor foreign key (authority_id, contract_id, sub_contractor_id)
    references contracts.sub_contractor (authority_id, contract_id, id);

-- What the law asks of a contract hangs on these; null is not known, and then the law answers with a question.
create table contracts.legal_facts (
  authority_id uuid not null,
  contract_id uuid not null,
  subject text constraint ck_legal_subject check (subject in ('goods', 'services', 'works')),
  is_light_touch boolean,
  arrangement text not null constraint ck_legal_arrangement check (arrangement in ('contract', 'framework', 'call-off')),
  commenced_on date,
  entered_on date,
  -- With VAT, options and extensions, as section 123(2) and Schedule 3 count it.
  most_pence bigint constraint ck_legal_most check (most_pence >= 0),
  term_months integer constraint ck_legal_term check (term_months > 0),
  -- Why performance could not be judged by indicators (s.52(2)); empty where it can.
  no_indicators_because text not null,
  constraint pk_legal_facts primary key (authority_id, contract_id),
  constraint fk_legal_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.legal_facts');

-- A supplier's organisation that reports on a contract. Its name is kept: others do not see who has an account.
create table contracts.supplier_link (
  authority_id uuid not null,
  contract_id uuid not null,
  supplier_id uuid not null constraint fk_link_supplier references identity.organisation (id),
  supplier_name text not null,
  email text not null,
  how text not null constraint ck_link_how check (how in ('code', 'award')),
  linked_at timestamptz not null,
  ended_at timestamptz,
  constraint pk_supplier_link primary key (authority_id, contract_id, supplier_id),
  constraint fk_link_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
create index link_of_supplier on contracts.supplier_link (supplier_id);
call platform.protect('contracts.supplier_link');

-- The code that a contract manager sends, kept as its hash. It works once.
create table contracts.supplier_code (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code_hash text not null constraint uq_supplier_code unique,
  email text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint pk_supplier_code primary key (authority_id, id),
  constraint fk_code_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.supplier_code');

create table contracts.indicator (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  title text not null constraint ck_indicator_title check (length(title) between 1 and 300),
  how_measured text not null,
  unit text not null,
  -- What has to be reached: at least or at most so much; null where it is told in words.
  target numeric,
  direction text not null constraint ck_indicator_direction check (direction in ('at-least', 'at-most')),
  is_social boolean not null,
  -- Set because section 52 asks for it, and so in the notices.
  is_statutory boolean not null,
  every_months integer not null constraint ck_indicator_every check (every_months between 1 and 12),
  first_due_on date not null,
  closed_on date,
  constraint pk_indicator primary key (authority_id, id),
  constraint fk_indicator_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
create index indicator_of_contract on contracts.indicator (authority_id, contract_id);
call platform.protect('contracts.indicator');

-- The five ratings are those of the Procurement Regulations 2024, reg. 39(5).
create table contracts.assessment (
  authority_id uuid not null,
  indicator_id uuid not null,
  number integer not null,
  from_on date not null,
  to_on date not null,
  value numeric,
  rating text not null constraint ck_assessment_rating
    check (rating in ('good', 'approaching', 'requires-improvement', 'inadequate', 'other')),
  note text not null,
  assessed_on date not null,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint pk_assessment primary key (authority_id, indicator_id, number),
  constraint ck_assessment_dates check (from_on <= to_on),
  constraint fk_assessment_indicator foreign key (authority_id, indicator_id)
    references contracts.indicator (authority_id, id)
);
call platform.protect('contracts.assessment');
revoke update, delete on contracts.assessment from goldthread_app;

-- A notice of poor performance lets every authority exclude the supplier: a chance to improve comes before it, and two
-- people who did not write it approve it (s.71(4)).
create table contracts.performance_notice (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null constraint ck_notice_kind check (kind in ('poor-performance', 'breach')),
  what_happened text not null,
  indicator_id uuid,
  chance text not null,
  chance_from_on date,
  chance_until_on date,
  what_came_of_it text not null,
  -- The day from which section 71 asks for the notice.
  event_on date,
  status text not null constraint ck_notice_status check (status in ('chance', 'proposed', 'approved', 'withdrawn')),
  author_id uuid,
  author_name text not null,
  recorded_at timestamptz not null,
  constraint pk_performance_notice primary key (authority_id, id),
  constraint fk_notice_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id),
  constraint fk_notice_indicator foreign key (authority_id, indicator_id) references contracts.indicator (authority_id, id),
  constraint ck_notice_chance check (chance_from_on is null or chance_until_on > chance_from_on),
  constraint ck_notice_proposed check (status in ('chance', 'withdrawn') or event_on is not null)
);
call platform.protect('contracts.performance_notice');

create table contracts.review (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  title text not null constraint ck_review_title check (length(title) between 1 and 200),
  planned_on date not null,
  held_on date,
  -- At a review point terms may be adjusted, in the ways agreed beforehand.
  is_review_point boolean not null,
  ways text[] not null,
  notes text not null,
  constraint pk_review primary key (authority_id, id),
  constraint uq_review unique (authority_id, contract_id, id),
  constraint fk_review_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
create index review_by_day on contracts.review (authority_id, planned_on);
call platform.protect('contracts.review');

create table contracts.review_action (
  authority_id uuid not null,
  review_id uuid not null,
  number integer not null,
  what text not null constraint ck_review_action check (length(what) between 1 and 500),
  owner text not null,
  due_on date,
  done_on date,
  constraint pk_review_action primary key (authority_id, review_id, number),
  constraint fk_review_action foreign key (authority_id, review_id) references contracts.review (authority_id, id)
);
call platform.protect('contracts.review_action');

create table contracts.adjustment (
  authority_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  review_id uuid,
  way text not null constraint ck_adjustment_way check (way in ('scope', 'volume', 'price-index', 'term', 'swap')),
  title text not null constraint ck_adjustment_title check (length(title) between 1 and 200),
  reason text not null,
  -- What the value and the last day become; null where they stay.
  value_pence bigint constraint ck_adjustment_value check (value_pence >= 0),
  ends_on date,
  -- The commitment that goes, and what comes in its place or how much of it remains.
  commitment_id uuid,
  new_commitment jsonb,
  -- What people answered to the tests of section 74.
  answers jsonb not null,
  -- What the law said on the day of the decision, word for word.
  finding jsonb,
  status text not null constraint ck_adjustment_status check (status in ('proposed', 'made', 'rejected', 'withdrawn')),
  made_on date,
  change_notice_on date,
  author_id uuid,
  author_name text not null,
  recorded_at timestamptz not null,
  constraint pk_adjustment primary key (authority_id, id),
  constraint fk_adjustment_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id),
  constraint fk_adjustment_review foreign key (authority_id, contract_id, review_id)
    references contracts.review (authority_id, contract_id, id),
  constraint fk_adjustment_commitment foreign key (authority_id, contract_id, commitment_id)
    references contracts.commitment (authority_id, contract_id, id),
  constraint ck_adjustment_made check ((status = 'made') = (made_on is not null))
);
create index adjustment_of_contract on contracts.adjustment (authority_id, contract_id);
call platform.protect('contracts.adjustment');

-- Who approved an adjustment or a notice; one person once.
create table contracts.approval (
  authority_id uuid not null constraint fk_approval_authority references identity.organisation (id),
  subject_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  note text not null,
  recorded_at timestamptz not null,
  constraint pk_approval primary key (authority_id, subject_id, person_id)
);
call platform.protect('contracts.approval');
revoke update, delete on contracts.approval from goldthread_app;

-- What the register said before it was changed: the text held until the day before `until_on`.
create table contracts.former_text (
  authority_id uuid not null,
  contract_id uuid not null,
  number integer not null,
  until_on date not null,
  facts jsonb not null,
  why text not null,
  person_name text not null,
  recorded_at timestamptz not null,
  constraint pk_former_text primary key (authority_id, contract_id, number),
  constraint fk_former_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.former_text');
revoke update, delete on contracts.former_text from goldthread_app;

-- The pack that goes over at the start, as it was, with who confirmed it on both sides.
create table contracts.handover (
  authority_id uuid not null,
  contract_id uuid not null,
  award jsonb not null,
  made_at timestamptz not null,
  council_confirmed_at timestamptz,
  council_person text not null,
  supplier_confirmed_at timestamptz,
  supplier_person text not null,
  constraint pk_handover primary key (authority_id, contract_id),
  constraint fk_handover_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.handover');

-- Invoices and when they were paid, where a ledger tells; thirty days are the law's (ss.68 and 73).
create table contracts.invoice (
  authority_id uuid not null,
  contract_id uuid not null,
  number text not null constraint ck_invoice_number check (length(number) between 1 and 100),
  received_on date,
  paid_on date,
  amount_pence bigint not null,
  is_disputed boolean not null,
  constraint pk_invoice primary key (authority_id, contract_id, number),
  constraint fk_invoice_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.invoice');

-- Which reminders have gone out, so that none goes twice.
create table contracts.reminder (
  authority_id uuid not null,
  contract_id uuid not null,
  side text not null constraint ck_reminder_side check (side in ('council', 'supplier')),
  about text not null,
  recipient text not null,
  sent_at timestamptz not null,
  constraint pk_reminder primary key (authority_id, contract_id, side, about, recipient),
  constraint fk_reminder_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.reminder');

-- A supplier works within the council's rows, bound to one contract for the length of its transaction: a second wall
-- behind the code. Asked once a statement, and nothing to those who are not bound.
create function contracts.bound_to() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.contract', true), '')::uuid $$;

create policy of_contract on contracts.contract as restrictive
  using ((select contracts.bound_to()) is null or id = (select contracts.bound_to()));
do $$ declare bound text; begin
  foreach bound in array array['extension', 'commitment', 'delivery', 'sub_contractor', 'legal_facts', 'supplier_link',
    'supplier_code', 'indicator', 'review', 'handover', 'invoice'] loop
    execute format('create policy of_contract on contracts.%I as restrictive using ((select contracts.bound_to()) is null '
      'or contract_id = (select contracts.bound_to()))', bound);
  end loop;
  foreach bound in array array['delivery_step', 'evidence'] loop
    execute format('create policy of_contract on contracts.%I as restrictive using ((select contracts.bound_to()) is null '
      'or exists (select from contracts.delivery d where d.authority_id = %1$I.authority_id and d.id = delivery_id '
      'and d.contract_id = (select contracts.bound_to())))', bound);
  end loop;
  -- The council's own affairs, which no supplier reads.
  foreach bound in array array['activity', 'performance_notice', 'review_action', 'adjustment', 'approval', 'former_text',
    'reminder', 'assessment'] loop
    execute format('create policy of_council on contracts.%I as restrictive using ((select contracts.bound_to()) is null)', bound);
  end loop;
end $$;

-- The contracts that the acting supplier reports on.
create function contracts.linked_contracts() returns table (
    authority_id uuid, authority_name text, contract_id uuid, reference text, title text, ends_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select l.authority_id, o.name, c.id, c.reference, c.title, c.ends_on
    from contracts.supplier_link l
    join contracts.contract c on c.authority_id = l.authority_id and c.id = l.contract_id
    join identity.organisation o on o.id = l.authority_id
    where l.supplier_id = platform.authority() and l.ended_at is null
    order by o.name, c.title, c.id
  $$;

-- Which contract a code is for; nothing for one that is used, over or unknown.
create function contracts.find_code(hash text, at timestamptz) returns table (authority_id uuid, contract_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select k.authority_id, k.contract_id from contracts.supplier_code k
    where k.code_hash = hash and k.used_at is null and k.expires_at > at
  $$;
-- How many contracts a supplier has with the acting authority, told to the bound too: whether payments can be told apart
-- hangs on it.
create function contracts.count_of_supplier(key text) returns bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select count(*) from contracts.contract c where c.authority_id = platform.authority() and c.supplier_key = key
  $$;
revoke execute on function contracts.linked_contracts, contracts.find_code, contracts.count_of_supplier from public;
grant execute on function contracts.linked_contracts, contracts.find_code, contracts.count_of_supplier to goldthread_app;
