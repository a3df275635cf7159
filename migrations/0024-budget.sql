-- The social value budget: financial budget lines, social value outside contracts, and signed statements.
--
-- What contracts promised and delivered stays where it is; a budget is read from it. A statement holds its figures as
-- they stood when it was prepared, and never changes: a correction is another edition.

create schema budget;
grant usage on schema budget to goldthread_app;

create table budget.line (
  authority_id uuid not null constraint fk_line_authority references identity.organisation (id),
  year text not null constraint ck_line_year check (year ~ '^\d{4}/\d{2}$'),
  number integer not null constraint ck_line_number check (number > 0),
  department text not null constraint ck_line_department check (length(department) between 1 and 200),
  code text not null,
  name text not null,
  budget_pence bigint not null,
  -- Spent so far, or in the end, as finance said; null where it did not.
  spent_pence bigint,
  source_name text not null,
  recorded_at timestamptz not null,
  constraint pk_line primary key (authority_id, year, number)
);
call platform.protect('budget.line');

-- A grant, an asset transfer or something the council does itself, with what is wanted of it.
create table budget.other_value (
  authority_id uuid not null constraint fk_other_value_authority references identity.organisation (id),
  id uuid not null,
  kind text not null constraint ck_other_value_kind check (kind in ('grant', 'asset-transfer', 'in-house')),
  title text not null constraint ck_other_value_title check (length(title) between 1 and 300),
  department text not null,
  -- Who got the grant or the asset; empty for what the council does itself.
  recipient text not null,
  -- The grant, the asset's value less what was paid for it, or what the action costs.
  given_pence bigint constraint ck_other_value_given check (given_pence >= 0),
  starts_on date not null,
  ends_on date not null,
  priority_id uuid,
  basis text not null,
  unit text not null constraint ck_other_value_unit check (length(unit) between 1 and 60),
  quantity numeric not null constraint ck_other_value_quantity check (quantity > 0),
  unit_value numeric constraint ck_other_value_value check (unit_value >= 0),
  recorded_at timestamptz not null,
  constraint pk_other_value primary key (authority_id, id),
  constraint ck_other_value_days check (starts_on <= ends_on),
  constraint ck_other_value_basis check (basis in ('spend', 'fiscal', 'economic', 'wellbeing', 'carbon', 'none')),
  constraint uq_other_value_title unique (authority_id, title, starts_on)
);
call platform.protect('budget.other_value');

-- What came of it, as somebody of the council has seen for themselves. Appended, never changed.
create table budget.other_result (
  authority_id uuid not null,
  id uuid not null,
  other_id uuid not null,
  done_on date not null,
  quantity numeric not null constraint ck_other_result_quantity check (quantity <> 0),
  evidence text not null constraint ck_other_result_evidence check (length(evidence) between 1 and 1000),
  person_name text not null,
  recorded_at timestamptz not null,
  constraint pk_other_result primary key (authority_id, id),
  constraint fk_other_result_of foreign key (authority_id, other_id) references budget.other_value (authority_id, id)
);
create index other_result_of on budget.other_result (authority_id, other_id, done_on);
call platform.protect('budget.other_result');
revoke update, delete on budget.other_result from goldthread_app;

create table budget.statement (
  authority_id uuid not null constraint fk_statement_authority references identity.organisation (id),
  year text not null constraint ck_statement_year check (year ~ '^\d{4}/\d{2}$'),
  edition integer not null constraint ck_statement_edition check (edition > 0),
  -- Its public name, `northmere-city-council-2025-26-1`.
  reference text not null,
  organisation text not null,
  status text not null constraint ck_statement_status check (status in ('prepared', 'signed', 'withdrawn')),
  content jsonb not null,
  -- SHA-256 of the content as it is written here, so that a copy can be held against it.
  fingerprint text not null,
  prepared_by uuid,
  prepared_name text not null,
  prepared_at timestamptz not null,
  signed_by uuid,
  signed_name text,
  signed_at timestamptz,
  constraint pk_statement primary key (authority_id, year, edition),
  constraint uq_statement_reference unique (reference),
  constraint ck_statement_signed check (
    (status = 'signed') = (signed_at is not null) and (signed_at is null) = (signed_name is null)),
  -- Nobody signs what they have prepared.
  constraint ck_statement_two_people check (signed_by is null or signed_by is distinct from prepared_by)
);
-- One waits for a signature at a time.
create unique index uq_statement_prepared on budget.statement (authority_id, year) where status = 'prepared';
call platform.protect('budget.statement');
revoke delete on budget.statement from goldthread_app;
create policy everybody_reads_signed on budget.statement for select using (status = 'signed');

create function budget.keep_statement() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status = 'prepared' then return new; end if;
  elsif tg_op = 'UPDATE' and old.status = 'prepared' and new.status in ('signed', 'withdrawn')
    and to_jsonb(old) - '{status,signed_by,signed_name,signed_at}'::text[]
      = to_jsonb(new) - '{status,signed_by,signed_name,signed_at}'::text[] then
    return new;
  end if;
  raise exception 'a statement is prepared, then signed or withdrawn, and never changes (budget.statement)'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_statement before insert or update or delete on budget.statement
  for each row execute function budget.keep_statement();
