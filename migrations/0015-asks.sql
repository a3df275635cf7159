-- How a purchase is to be delivered, what was learned from the market, and what is asked for.

-- What an ask says now; what it said before is in its revisions.
create table procurement.ask (
  authority_id uuid not null,
  purchase_id uuid not null,
  revision integer not null constraint ck_ask_revision check (revision > 0),
  status text not null constraint ck_ask_status check (status in ('draft', 'ready')),
  -- SHA-256 of the award criteria when the ask became ready.
  fingerprint text constraint ck_ask_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  ready_on date,
  ready_by text,
  constraint pk_ask primary key (authority_id, purchase_id),
  constraint fk_ask_purchase foreign key (authority_id, purchase_id) references procurement.purchase (authority_id, id),
  constraint ck_ask_ready check ((status = 'ready') = (fingerprint is not null and ready_on is not null))
);
call platform.protect('procurement.ask');

-- Market engagement. Who asked is kept and never published.
create table procurement.engagement_event (
  authority_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  title text not null constraint ck_engagement_event_title check (length(title) between 1 and 120),
  kind text not null constraint ck_engagement_event_kind
    check (kind in ('meeting', 'online', 'visit', 'survey', 'co-design')),
  held_on date not null,
  place text not null,
  about text not null,
  constraint pk_engagement_event primary key (authority_id, id),
  constraint fk_engagement_event_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id)
);
create index ix_engagement_event_purchase on procurement.engagement_event (authority_id, purchase_id);
call platform.protect('procurement.engagement_event');

create table procurement.engagement_invitation (
  authority_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  supplier_name text not null,
  email text not null constraint ck_engagement_invitation_email check (length(email) between 3 and 254),
  reply text not null default 'none' constraint ck_engagement_invitation_reply
    check (reply in ('none', 'coming', 'declined')),
  invited_at timestamptz not null,
  constraint pk_engagement_invitation primary key (authority_id, id),
  constraint uq_engagement_invitation unique (authority_id, event_id, email),
  constraint fk_engagement_invitation_event foreign key (authority_id, event_id)
    references procurement.engagement_event (authority_id, id)
);
call platform.protect('procurement.engagement_invitation');

create table procurement.engagement_question (
  authority_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  asked_by text not null,
  question text not null constraint ck_engagement_question check (length(question) between 1 and 4000),
  answer text,
  asked_on date not null,
  answered_on date,
  constraint pk_engagement_question primary key (authority_id, id),
  constraint fk_engagement_question_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint ck_engagement_question_answer check ((answer is null) = (answered_on is null))
);
create index ix_engagement_question_purchase on procurement.engagement_question (authority_id, purchase_id);
call platform.protect('procurement.engagement_question');

create table procurement.engagement_note (
  authority_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  event_id uuid,
  learned text not null constraint ck_engagement_note_learned check (length(learned) between 1 and 4000),
  so_what text not null,
  person_name text not null,
  noted_on date not null,
  constraint pk_engagement_note primary key (authority_id, id),
  constraint fk_engagement_note_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint fk_engagement_note_event foreign key (authority_id, event_id)
    references procurement.engagement_event (authority_id, id)
);
create index ix_engagement_note_purchase on procurement.engagement_note (authority_id, purchase_id);
call platform.protect('procurement.engagement_note');

-- Each revision as it was saved, with why, and the note it came from. Nobody changes or deletes one.
create table procurement.ask_revision (
  authority_id uuid not null,
  purchase_id uuid not null,
  revision integer not null,
  content jsonb not null,
  because text not null,
  note_id uuid,
  person_name text not null,
  saved_at timestamptz not null,
  constraint pk_ask_revision primary key (authority_id, purchase_id, revision),
  constraint fk_ask_revision_ask foreign key (authority_id, purchase_id)
    references procurement.ask (authority_id, purchase_id),
  constraint fk_ask_revision_note foreign key (authority_id, note_id)
    references procurement.engagement_note (authority_id, id)
);
call platform.protect('procurement.ask_revision');
revoke update, delete on procurement.ask_revision from goldthread_app;

-- The weight that an authority's policy gives to social value, from a day on.
create table procurement.weight_policy (
  authority_id uuid not null references identity.organisation (id),
  from_on date not null,
  weight numeric(5, 2) not null constraint ck_weight_policy_weight check (weight between 0 and 100),
  source text not null constraint ck_weight_policy_source check (length(source) between 1 and 300),
  constraint pk_weight_policy primary key (authority_id, from_on)
);
call platform.protect('procurement.weight_policy');

create table procurement.appraisal (
  authority_id uuid not null,
  purchase_id uuid not null,
  version integer not null constraint ck_appraisal_version check (version > 0),
  content jsonb not null,
  status text not null constraint ck_appraisal_status check (status in ('draft', 'published')),
  published_on date,
  published_by text,
  constraint pk_appraisal primary key (authority_id, purchase_id),
  constraint fk_appraisal_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint ck_appraisal_published check ((status = 'published') = (published_on is not null))
);
call platform.protect('procurement.appraisal');

-- A published summary is read by everybody, and kept as it was published.
create table procurement.appraisal_summary (
  authority_id uuid not null references identity.organisation (id),
  purchase_id uuid not null,
  edition integer not null constraint ck_appraisal_summary_edition check (edition > 0),
  title text not null,
  authority_name text not null,
  content jsonb not null,
  published_on date not null,
  constraint pk_appraisal_summary primary key (authority_id, purchase_id, edition),
  constraint fk_appraisal_summary_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id)
);
call platform.protect('procurement.appraisal_summary');
revoke update, delete on procurement.appraisal_summary from goldthread_app;
create policy everybody_reads on procurement.appraisal_summary for select using (true);

-- Each time the tests of Schedule 2 to the Procurement Act 2023 were answered; the next time is a new row.
create table procurement.control_test (
  authority_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  kind text not null constraint ck_control_test_kind check (kind in ('vertical', 'horizontal')),
  body text not null constraint ck_control_test_body check (length(body) between 1 and 120),
  tested_on date not null,
  answers jsonb not null,
  outside_percent numeric(5, 2) constraint ck_control_test_outside check (outside_percent between 0 and 100),
  person_name text not null,
  constraint pk_control_test primary key (authority_id, id),
  constraint fk_control_test_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id)
);
create index ix_control_test_purchase on procurement.control_test (authority_id, purchase_id);
call platform.protect('procurement.control_test');
revoke update, delete on procurement.control_test from goldthread_app;
