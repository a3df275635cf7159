-- How opened bids are judged: who may see what before all scores are in, what each evaluator gave and why, what the
-- panel agreed, who approved, what bidders were told, and what was awarded.
--
-- Row-level security here binds persons as well as authorities: a score is its giver's alone until everybody has
-- handed theirs in, and an answer is read only by those whom the lead named for its criterion and who have declared
-- that they have no interest in its bidder.

create schema evaluation;
grant usage on schema evaluation to goldthread_app;

create table evaluation.evaluation (
  authority_id uuid not null constraint fk_evaluation_authority references identity.organisation (id),
  id uuid not null,
  tender_id uuid not null,
  purchase_id uuid not null,
  reference text not null,
  title text not null,
  lead_id uuid not null,
  lead_name text not null,
  stage text not null constraint ck_evaluation_stage
    check (stage in ('preparing', 'scoring', 'moderation', 'approval', 'standstill', 'awarded', 'cancelled')),
  value_pence bigint not null,
  -- The tender as it was when bids were opened: criteria, lots, questions and what was asked for.
  criteria jsonb not null,
  lots jsonb not null,
  questions jsonb not null,
  ask_lines jsonb not null,
  fingerprint text not null constraint ck_evaluation_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null,
  notice_on date,
  standstill_ends_on date,
  contract_from date,
  standstill_words text,
  ended_because text,
  constraint pk_evaluation primary key (authority_id, id),
  constraint uq_evaluation_tender unique (authority_id, tender_id)
);
call platform.protect('evaluation.evaluation');
revoke delete on evaluation.evaluation from goldthread_app;

-- Criteria, lots, questions and fingerprint never change once bids are open (Procurement Act 2023 s.23 and s.24).
create function evaluation.keep_criteria() returns trigger language plpgsql as $$
begin
  if (new.criteria, new.lots, new.questions, new.ask_lines, new.fingerprint, new.tender_id)
     is distinct from (old.criteria, old.lots, old.questions, old.ask_lines, old.fingerprint, old.tender_id) then
    raise exception 'the criteria of an evaluation never change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_criteria before update on evaluation.evaluation
  for each row execute function evaluation.keep_criteria();

create table evaluation.panellist (
  authority_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  criteria text[] not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_because text,
  constraint pk_panellist primary key (authority_id, evaluation_id, person_id),
  constraint fk_panellist_evaluation foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id)
);
call platform.protect('evaluation.panellist');
revoke delete on evaluation.panellist from goldthread_app;

create table evaluation.bidder (
  authority_id uuid not null,
  evaluation_id uuid not null,
  supplier_id uuid not null,
  name text not null,
  supplier_key text,
  constraint pk_bidder primary key (authority_id, evaluation_id, supplier_id),
  constraint fk_bidder_evaluation foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id)
);
call platform.protect('evaluation.bidder');
revoke update, delete on evaluation.bidder from goldthread_app;

-- A bid under its letter. Whose it is stands apart, so that one may be read without the other.
create table evaluation.bid (
  authority_id uuid not null,
  evaluation_id uuid not null,
  id uuid not null,
  lot text not null,
  letter text not null,
  fingerprint text not null,
  tender_version integer not null,
  submitted_at timestamptz not null,
  excluded_because text,
  excluded_by text,
  constraint pk_bid primary key (authority_id, id),
  constraint uq_bid_letter unique (authority_id, evaluation_id, lot, letter),
  constraint fk_bid_evaluation foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id)
);
call platform.protect('evaluation.bid');
revoke delete on evaluation.bid from goldthread_app;

create table evaluation.bid_of_bidder (
  authority_id uuid not null,
  evaluation_id uuid not null,
  bid_id uuid not null,
  supplier_id uuid not null,
  constraint pk_bid_of_bidder primary key (authority_id, bid_id),
  constraint fk_bid_of_bidder_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id),
  constraint fk_bid_of_bidder foreign key (authority_id, evaluation_id, supplier_id)
    references evaluation.bidder (authority_id, evaluation_id, supplier_id)
);
call platform.protect('evaluation.bid_of_bidder');
revoke update, delete on evaluation.bid_of_bidder from goldthread_app;

create table evaluation.answer (
  authority_id uuid not null,
  evaluation_id uuid not null,
  bid_id uuid not null,
  question text not null,
  criterion text,
  content jsonb not null,
  constraint pk_answer primary key (authority_id, bid_id, question),
  constraint fk_answer_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id)
);
call platform.protect('evaluation.answer');
revoke update, delete on evaluation.answer from goldthread_app;

-- Appended and never changed; the last one of a person about a bidder counts.
create table evaluation.declaration (
  authority_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  supplier_id uuid not null,
  number integer not null,
  person_name text not null,
  has_interest boolean not null,
  detail text not null,
  declared_at timestamptz not null,
  constraint pk_declaration primary key (authority_id, evaluation_id, person_id, supplier_id, number),
  constraint fk_declaration_bidder foreign key (authority_id, evaluation_id, supplier_id)
    references evaluation.bidder (authority_id, evaluation_id, supplier_id),
  constraint ck_declaration_detail check (not has_interest or length(detail) > 0)
);
call platform.protect('evaluation.declaration');
revoke update, delete on evaluation.declaration from goldthread_app;

-- What the lead found on a question or a whole bid: met, failed, asked, answered, exclusion proposed or approved.
create table evaluation.finding (
  authority_id uuid not null,
  evaluation_id uuid not null,
  bid_id uuid not null,
  number integer not null,
  question text,
  kind text not null constraint ck_finding_kind
    check (kind in ('met', 'failed', 'asked', 'answered', 'exclusion-proposed', 'exclusion-approved', 'exclusion-refused')),
  words text not null,
  person_id uuid,
  person_name text not null,
  found_at timestamptz not null,
  constraint pk_finding primary key (authority_id, bid_id, number),
  constraint fk_finding_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id)
);
call platform.protect('evaluation.finding');
revoke update, delete on evaluation.finding from goldthread_app;

create table evaluation.score (
  authority_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  bid_id uuid not null,
  criterion text not null,
  score integer not null constraint ck_score_scale check (score between 0 and 5),
  reason text not null constraint ck_score_reason check (length(reason) >= 20),
  saved_at timestamptz not null,
  constraint pk_score primary key (authority_id, evaluation_id, person_id, bid_id, criterion),
  constraint fk_score_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id),
  constraint fk_score_panellist foreign key (authority_id, evaluation_id, person_id)
    references evaluation.panellist (authority_id, evaluation_id, person_id)
);
create index score_of_bid on evaluation.score (authority_id, bid_id, criterion);
call platform.protect('evaluation.score');
revoke delete on evaluation.score from goldthread_app;

create table evaluation.handed_in (
  authority_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  handed_in_at timestamptz not null,
  constraint pk_handed_in primary key (authority_id, evaluation_id, person_id),
  constraint fk_handed_in_panellist foreign key (authority_id, evaluation_id, person_id)
    references evaluation.panellist (authority_id, evaluation_id, person_id)
);
call platform.protect('evaluation.handed_in');
revoke update, delete on evaluation.handed_in from goldthread_app;

-- What the panel agreed; appended, the last one of a bid and criterion counts. `value` is a score, or an amount counted.
create table evaluation.agreed (
  authority_id uuid not null,
  evaluation_id uuid not null,
  bid_id uuid not null,
  criterion text not null,
  number integer not null,
  value numeric not null,
  how text not null constraint ck_agreed_how check (how in ('one-evaluator', 'unanimous', 'moderated', 'counted')),
  -- What the bidder is told of its answer.
  reason text not null constraint ck_agreed_reason check (length(reason) >= 20),
  -- Why the panel moved from what its members gave.
  moved_because text not null,
  person_id uuid,
  person_name text not null,
  agreed_at timestamptz not null,
  constraint pk_agreed primary key (authority_id, bid_id, criterion, number),
  constraint fk_agreed_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id),
  constraint ck_agreed_moved check (how <> 'moderated' or length(moved_because) >= 20)
);
call platform.protect('evaluation.agreed');
revoke update, delete on evaluation.agreed from goldthread_app;

-- A price that stands out as low: asked, explained, decided (Procurement Act 2023 s.19(3)-(5)).
create table evaluation.low_price (
  authority_id uuid not null,
  evaluation_id uuid not null,
  bid_id uuid not null,
  percent_below numeric not null,
  asked_on date not null,
  asked text not null,
  answered_on date,
  answer text,
  decision text constraint ck_low_price_decision check (decision in ('kept', 'disregarded')),
  reason text,
  decided_by text,
  constraint pk_low_price primary key (authority_id, bid_id),
  constraint fk_low_price_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id),
  -- The supplier is heard before anything is decided.
  constraint ck_low_price_order check (decision is null or (answer is not null and length(reason) > 0))
);
call platform.protect('evaluation.low_price');
revoke delete on evaluation.low_price from goldthread_app;

-- The result of a lot as it was put up for approval, with every step and every test of robustness.
create table evaluation.result (
  authority_id uuid not null,
  evaluation_id uuid not null,
  lot text not null,
  number integer not null,
  content jsonb not null,
  fingerprint text not null,
  frozen_at timestamptz not null,
  constraint pk_result primary key (authority_id, evaluation_id, lot, number),
  constraint fk_result_evaluation foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id)
);
call platform.protect('evaluation.result');
revoke update, delete on evaluation.result from goldthread_app;

-- Who has looked at the tests of robustness of which result.
create table evaluation.robustness_seen (
  authority_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  result_number integer not null,
  seen_at timestamptz not null,
  constraint pk_robustness_seen primary key (authority_id, evaluation_id, person_id, result_number),
  constraint fk_robustness_seen foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id)
);
call platform.protect('evaluation.robustness_seen');
revoke update, delete on evaluation.robustness_seen from goldthread_app;

create table evaluation.approval_limit (
  authority_id uuid not null constraint fk_approval_limit_authority references identity.organisation (id),
  -- Up to this value, without VAT; the row without one is for everything above.
  number integer not null,
  up_to_pence bigint,
  roles text[] not null constraint ck_approval_limit_roles check (cardinality(roles) > 0),
  people integer not null constraint ck_approval_limit_people check (people between 2 and 5),
  constraint pk_approval_limit primary key (authority_id, number)
);
call platform.protect('evaluation.approval_limit');

create table evaluation.approval (
  authority_id uuid not null,
  evaluation_id uuid not null,
  result_number integer not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  is_approved boolean not null,
  note text not null,
  decided_at timestamptz not null,
  constraint pk_approval primary key (authority_id, evaluation_id, result_number, person_id),
  constraint fk_approval_evaluation foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id),
  constraint ck_approval_note check (is_approved or length(note) > 0)
);
call platform.protect('evaluation.approval');
revoke update, delete on evaluation.approval from goldthread_app;

-- What a bidder was told of its bid, criterion by criterion, against the winner (Procurement Act 2023 s.50(3)-(5)).
create table evaluation.summary (
  authority_id uuid not null,
  evaluation_id uuid not null,
  bid_id uuid not null,
  supplier_id uuid not null,
  lot text not null,
  content jsonb not null,
  sent_on date not null,
  constraint pk_summary primary key (authority_id, bid_id),
  constraint fk_summary_bid foreign key (authority_id, bid_id) references evaluation.bid (authority_id, id)
);
create index summary_of_supplier on evaluation.summary (supplier_id, sent_on);
call platform.protect('evaluation.summary');
revoke update, delete on evaluation.summary from goldthread_app;
-- A supplier reads its own, in its own workspace.
create policy of_supplier on evaluation.summary for select using (supplier_id = platform.authority());

create table evaluation.award (
  authority_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  tender_id uuid not null,
  purchase_id uuid not null,
  lot text not null,
  lot_name text not null,
  bid_id uuid not null,
  supplier_id uuid not null,
  supplier_name text not null,
  supplier_key text,
  price_pence bigint,
  decided_on date not null,
  signed_on date,
  offers jsonb not null,
  words jsonb not null,
  constraint pk_award primary key (authority_id, id),
  constraint uq_award_lot unique (authority_id, evaluation_id, lot),
  constraint fk_award_evaluation foreign key (authority_id, evaluation_id) references evaluation.evaluation (authority_id, id)
);
call platform.protect('evaluation.award');
revoke delete on evaluation.award from goldthread_app;

-- What policies ask. These run as the owner, so that a policy may look at what the person may not, and give sets, so
-- that each is worked out once for a query and not once for a row.

create function evaluation.led() returns setof uuid language sql stable security definer set search_path = '' as $$
  select e.id from evaluation.evaluation e
  where e.authority_id = platform.authority() and e.lead_id = platform.person() $$;

create function evaluation.on_panel() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.evaluation_id from evaluation.panellist p
  where p.authority_id = platform.authority() and p.person_id = platform.person() and p.removed_at is null $$;

create function evaluation.own_criteria() returns table (evaluation_id uuid, criterion text)
language sql stable security definer set search_path = '' as $$
  select p.evaluation_id, unnest(p.criteria) from evaluation.panellist p
  where p.authority_id = platform.authority() and p.person_id = platform.person() and p.removed_at is null $$;

-- Everybody who is still on the panel has handed in.
create function evaluation.with_scores_in() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.evaluation_id from evaluation.panellist p
  left join evaluation.handed_in h using (authority_id, evaluation_id, person_id)
  where p.authority_id = platform.authority() and p.removed_at is null
  group by p.evaluation_id having count(*) = count(h.person_id) $$;

create function evaluation.decided() returns setof uuid language sql stable security definer set search_path = '' as $$
  select e.id from evaluation.evaluation e
  where e.authority_id = platform.authority() and e.stage in ('standstill', 'awarded') $$;

-- Bids whose bidder the person has no interest in, where they have declared about every bidder of the evaluation.
create function evaluation.cleared_bids() returns setof uuid language sql stable security definer set search_path = '' as $$
  with said as (
    select distinct on (d.evaluation_id, d.supplier_id) d.evaluation_id, d.supplier_id, d.has_interest
    from evaluation.declaration d
    where d.authority_id = platform.authority() and d.person_id = platform.person()
    order by d.evaluation_id, d.supplier_id, d.number desc),
  whole as (
    select b.evaluation_id from evaluation.bidder b left join said using (evaluation_id, supplier_id)
    where b.authority_id = platform.authority()
    group by b.evaluation_id having count(*) = count(said.has_interest))
  select o.bid_id from evaluation.bid_of_bidder o
  join whole using (evaluation_id) join said using (evaluation_id, supplier_id)
  where o.authority_id = platform.authority() and not said.has_interest $$;

-- How many scores each has given, without what they are.
create function evaluation.scores_given(evaluation uuid) returns table (person_id uuid, given bigint)
language sql stable security definer set search_path = '' as $$
  select s.person_id, count(*) from evaluation.score s
  where s.authority_id = platform.authority() and s.evaluation_id = $1 group by s.person_id order by s.person_id $$;

-- How many bids each may not read because of an interest, without which.
create function evaluation.interests(evaluation uuid) returns table (person_id uuid, bidders bigint)
language sql stable security definer set search_path = '' as $$
  select last.person_id, count(*) filter (where last.has_interest) from (
    select distinct on (d.person_id, d.supplier_id) d.person_id, d.has_interest from evaluation.declaration d
    where d.authority_id = platform.authority() and d.evaluation_id = $1
    order by d.person_id, d.supplier_id, d.number desc) last
  group by last.person_id order by last.person_id $$;

create function evaluation.next_finding(bid uuid) returns integer language sql stable security definer set search_path = '' as $$
  select coalesce(max(f.number), 0) + 1 from evaluation.finding f
  where f.authority_id = platform.authority() and f.bid_id = $1 $$;

create policy by_person on evaluation.answer as restrictive for select using (
  evaluation_id in (select evaluation.decided())
  -- The worker and the command line, once evaluators have nothing to hide from each other any more.
  or (platform.person() is null and evaluation_id in (select evaluation.with_scores_in()))
  or (bid_id in (select evaluation.cleared_bids()) and (
    evaluation_id in (select evaluation.led())
    or (evaluation_id in (select evaluation.on_panel()) and evaluation_id in (select evaluation.with_scores_in()))
    or (evaluation_id, criterion) in (select o.evaluation_id, o.criterion from evaluation.own_criteria() o))));

create policy by_person on evaluation.bidder as restrictive for select using (
  evaluation_id in (select evaluation.led()) or evaluation_id in (select evaluation.on_panel())
  or evaluation_id in (select evaluation.decided()) or evaluation_id in (select evaluation.with_scores_in()));

create policy by_person on evaluation.bid_of_bidder as restrictive for select using (
  evaluation_id in (select evaluation.led())
  or evaluation_id in (select evaluation.decided()) or evaluation_id in (select evaluation.with_scores_in()));

create policy by_person on evaluation.finding as restrictive for select using (
  evaluation_id in (select evaluation.led()) or evaluation_id in (select evaluation.decided())
  or evaluation_id in (select evaluation.with_scores_in()) or kind like 'exclusion-%');

create policy own_until_all_are_in on evaluation.score as restrictive for select using (
  person_id = platform.person() or evaluation_id in (select evaluation.with_scores_in()));
create policy give_own on evaluation.score as restrictive for insert with check (
  person_id = platform.person() and bid_id in (select evaluation.cleared_bids())
  and (evaluation_id, criterion) in (select o.evaluation_id, o.criterion from evaluation.own_criteria() o));
create policy change_own on evaluation.score as restrictive for update
  using (person_id = platform.person()) with check (person_id = platform.person());

-- A score stands still from the moment its giver has handed in.
create function evaluation.keep_handed_in() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from evaluation.handed_in h where h.authority_id = new.authority_id
      and h.evaluation_id = new.evaluation_id and h.person_id = new.person_id) then
    raise exception 'scores that were handed in never change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_handed_in before insert or update on evaluation.score
  for each row execute function evaluation.keep_handed_in();

create policy hand_in_own on evaluation.handed_in as restrictive for insert with check (person_id = platform.person());

create policy own_or_lead on evaluation.declaration as restrictive for select using (
  person_id = platform.person() or evaluation_id in (select evaluation.led())
  or evaluation_id in (select evaluation.decided()) or evaluation_id in (select evaluation.with_scores_in()));
create policy declare_own on evaluation.declaration as restrictive for insert with check (person_id = platform.person());

create policy once_all_are_in on evaluation.agreed as restrictive for select using (
  evaluation_id in (select evaluation.with_scores_in()));
create policy once_all_are_in on evaluation.result as restrictive for select using (
  evaluation_id in (select evaluation.with_scores_in()));

-- Opened bids themselves, as `bids` keeps them: for the officers who open and take over, until an evaluation has taken
-- them; then for its lead, and for others once it is decided.
create function evaluation.taken_tenders() returns table (tender_id uuid, is_open boolean)
language sql stable security definer set search_path = '' as $$
  select e.tender_id, e.lead_id = platform.person() or e.stage in ('standstill', 'awarded')
  from evaluation.evaluation e where e.authority_id = platform.authority() $$;
create function evaluation.is_officer() returns boolean language sql stable security definer set search_path = '' as $$
  select platform.person() is null or exists (select from identity.membership m
    where m.authority_id = platform.authority() and m.person_id = platform.person()
      and m.role in ('procurement-officer', 'commissioner', 'senior-owner')) $$;
create policy by_person on bids.opened_bid as restrictive for select using (
  case when tender_id in (select t.tender_id from evaluation.taken_tenders() t)
    then tender_id in (select t.tender_id from evaluation.taken_tenders() t where t.is_open)
    else (select evaluation.is_officer()) end);
