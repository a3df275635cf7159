-- The notices that the Procurement Act asks of an authority: due, prepared as text and release, and sent.

create table publishing.notice (
  authority_id uuid not null constraint fk_notice_authority references identity.organisation (id),
  id uuid not null,
  code text not null constraint ck_notice_code check (code ~ '^UK([1-9]|1[0-7])$'),
  -- `below-threshold`, `kpi`, `event`; empty where a notice has one kind only.
  variant text not null,
  subject_kind text not null constraint ck_notice_subject check (subject_kind in ('purchase', 'contract', 'authority')),
  subject_id uuid not null,
  subject_title text not null,
  -- Which one of several of the same kind: a financial year, a quarter, a change of the contract.
  occasion text not null,
  due_on date,
  due_means text not null constraint ck_notice_means check (due_means in ('by', 'before', 'planned', 'soon')),
  need text not null constraint ck_notice_need check (need in ('must', 'may', 'voluntary')),
  -- What the law engine said when it was last asked.
  title text not null,
  sentence text not null,
  provision text not null,
  source text not null,
  in_force_from date,
  confidence text not null,
  looked_at timestamptz not null,
  state text not null constraint ck_notice_state check (state in ('due', 'prepared', 'sent', 'failed')),
  content text,
  gaps text[],
  -- By the label of the line: what somebody filled in where our records say nothing.
  filled jsonb not null default '{}',
  -- json and not jsonb: what was sent stays as it was, to the byte.
  release json,
  prepared_at timestamptz,
  prepared_by text,
  -- A sending that has begun and not come back yet.
  sending_since timestamptz,
  sent_at timestamptz,
  sent_by text,
  sent_how text constraint ck_notice_how check (sent_how in ('hand', 'client')),
  platform_reference text,
  failure text,
  constraint pk_notice primary key (authority_id, id),
  constraint uq_notice unique (authority_id, subject_kind, subject_id, code, variant, occasion),
  constraint ck_notice_prepared check (state = 'due' or (content is not null and release is not null and prepared_at is not null)
    or (state = 'sent' and sent_how = 'hand')),
  constraint ck_notice_sent check ((state = 'sent') = (sent_at is not null) and (state = 'sent') = (platform_reference is not null)),
  constraint ck_notice_failed check (state <> 'failed' or failure is not null)
);
call platform.protect('publishing.notice');

-- Whoever owns the table is not bound by grants. A notice that was sent is on the platform; another one corrects it.
create function publishing.keep_sent_notice() returns trigger language plpgsql
  as $$ begin raise exception 'a notice that was sent is never changed'; end $$;
create trigger never_changed before update or delete on publishing.notice
  for each row when (old.state = 'sent') execute function publishing.keep_sent_notice();
