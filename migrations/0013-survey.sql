-- Surveys of the largest suppliers, and studies of the local multiplier.

create table spend.survey (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  title text not null,
  state text not null,
  -- [{"id": "living-wage", "kind": "yes-no", "text": "…", "hint": "…"}]; fixed once the survey is open.
  questions jsonb not null,
  from_month date,
  to_month date,
  -- What was paid to every supplier in the period: what the invited stand beside.
  pence_all bigint not null,
  closes_on date not null,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  constraint pk_survey primary key (authority_id, id),
  constraint ck_survey_state check (state in ('draft', 'open', 'closed')),
  constraint ck_survey_title check (length(title) between 1 and 200)
);

create table spend.survey_invitee (
  authority_id uuid not null,
  survey_id uuid not null,
  id uuid not null,
  supplier_key text not null,
  name text not null,
  pence bigint not null,
  email text,
  invited_at timestamptz,
  reminded_at timestamptz,
  reminders integer not null default 0,
  -- As typed, by question; whatever is there when the survey closes without being sent is not counted.
  answers jsonb not null default '{}',
  saved_at timestamptz,
  sent_at timestamptz,
  constraint pk_survey_invitee primary key (authority_id, survey_id, id),
  constraint uq_survey_invitee_supplier unique (authority_id, survey_id, supplier_key),
  constraint fk_survey_invitee_survey foreign key (authority_id, survey_id) references spend.survey (authority_id, id)
);

-- One link a letter: a reminder does not end the link of the invitation. 256 random bits, stored hashed.
create table spend.survey_link (
  authority_id uuid not null,
  survey_id uuid not null,
  invitee_id uuid not null,
  token_hash text not null,
  constraint pk_survey_link primary key (authority_id, token_hash),
  constraint fk_survey_link_invitee foreign key (authority_id, survey_id, invitee_id)
    references spend.survey_invitee (authority_id, survey_id, id) on delete cascade
);
create index survey_link_by_token on spend.survey_link (token_hash);

-- A study of what money sets off in a place after three rounds.
create table spend.multiplier_study (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  title text not null,
  place text not null,
  from_month date,
  to_month date,
  created_at timestamptz not null,
  constraint pk_multiplier_study primary key (authority_id, id),
  constraint ck_multiplier_study_title check (length(title) between 1 and 200)
);

create table spend.multiplier_sheet (
  authority_id uuid not null,
  study_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  -- What the authority paid this supplier; nothing for staff and for suppliers' suppliers.
  paid_pence bigint not null,
  income_pence bigint,
  local_staff_pence bigint,
  local_suppliers_pence bigint,
  answered_at timestamptz,
  constraint pk_multiplier_sheet primary key (authority_id, study_id, id),
  constraint uq_multiplier_sheet_name unique (authority_id, study_id, kind, name),
  constraint fk_multiplier_sheet_study foreign key (authority_id, study_id)
    references spend.multiplier_study (authority_id, id),
  constraint ck_multiplier_sheet_kind check (kind in ('supplier', 'staff', 'second-supplier')),
  constraint ck_multiplier_sheet_share check (local_staff_pence + local_suppliers_pence <= income_pence)
);

call platform.protect('spend.survey');
call platform.protect('spend.survey_invitee');
call platform.protect('spend.survey_link');
call platform.protect('spend.multiplier_study');
call platform.protect('spend.multiplier_sheet');

-- A supplier answers without an account: the link tells whose survey it is. Nobody without the link learns anything.
create function spend.find_survey_link(hash text)
  returns table (authority_id uuid, survey_id uuid, invitee_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select l.authority_id, l.survey_id, l.invitee_id from spend.survey_link l where l.token_hash = hash $$;
revoke execute on function spend.find_survey_link from public;
grant execute on function spend.find_survey_link to goldthread_app;
