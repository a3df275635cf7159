-- Bids: what a supplier prepares, what it hands in sealed, the public log of what came in, and what two officers opened.
--
-- Who may see what:
-- 1. Profile, drafts, files and reminders are the supplier's own: `authority_id` is the supplier there (ADR 11). Answers and files
--    are encrypted as well, with the installation's secret.
-- 2. A sealed bid lies with the authority it is for. No transaction of the authority reads it, nor sees that it is there: the only
--    way is bids.take_sealed, which refuses before the deadline. The supplier sees its own.
-- 3. The log is everybody's. It holds times and fingerprints, no names and no content.
-- 4. What was opened is the authority's own.

create schema bids;
grant usage on schema bids to goldthread_app;

create table bids.profile (
  authority_id uuid not null,
  content jsonb not null,
  changed_at timestamptz not null,
  constraint pk_profile primary key (authority_id),
  constraint fk_profile_supplier foreign key (authority_id) references identity.organisation (id)
);
call platform.protect('bids.profile');

create table bids.bid (
  authority_id uuid not null,
  id uuid not null,
  tender_id uuid not null,
  lot text not null,
  -- Answers as JSON, encrypted for this supplier.
  answers bytea not null,
  revision integer not null default 0,
  changed_at timestamptz not null,
  -- The sealed bid that counts, and the revision of the answers that is in it.
  sealed_id uuid,
  sealed_revision integer,
  withdrawn_at timestamptz,
  constraint pk_bid primary key (authority_id, id),
  constraint uq_bid_lot unique (authority_id, tender_id, lot),
  constraint fk_bid_supplier foreign key (authority_id) references identity.organisation (id),
  constraint fk_bid_tender foreign key (tender_id) references tenders.tender (id)
);
create index bid_of_tender on bids.bid (tender_id);
call platform.protect('bids.bid');

create table bids.file (
  authority_id uuid not null,
  id uuid not null,
  -- Null for a document of the profile, which any bid may use.
  bid_id uuid,
  question text not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  -- Where the encrypted content is kept; null for a file that was refused.
  stored_as text,
  scan text not null,
  -- Why it was not taken; empty for one that was.
  refused_because text not null default '',
  added_at timestamptz not null,
  constraint pk_file primary key (authority_id, id),
  constraint fk_file_bid foreign key (authority_id, bid_id) references bids.bid (authority_id, id),
  constraint ck_file_kept check ((stored_as is null) = (refused_because <> ''))
);
create index file_of_bid on bids.file (authority_id, bid_id);
call platform.protect('bids.file');

-- Which letters about a bid that is prepared and not submitted were sent, so that each goes once.
create table bids.reminder (
  authority_id uuid not null,
  bid_id uuid not null,
  deadline timestamptz not null,
  mark text not null,
  sent_at timestamptz not null,
  constraint pk_reminder primary key (authority_id, bid_id, deadline, mark),
  constraint fk_reminder_bid foreign key (authority_id, bid_id) references bids.bid (authority_id, id),
  constraint ck_reminder_mark check (mark in ('24-hours', '2-hours', '30-minutes'))
);
call platform.protect('bids.reminder');

create table bids.sealed_bid (
  authority_id uuid not null,
  id uuid not null,
  tender_id uuid not null,
  lot text not null,
  supplier_id uuid not null,
  tender_version integer not null,
  submitted_at timestamptz not null,
  -- SHA-256 of the package before it was sealed; the same stands on the log.
  fingerprint text not null,
  content bytea not null,
  log_number integer not null,
  replaced_by uuid,
  withdrawn_at timestamptz,
  constraint pk_sealed_bid primary key (authority_id, id),
  constraint fk_sealed_bid_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id),
  constraint fk_sealed_bid_supplier foreign key (supplier_id) references identity.organisation (id),
  constraint ck_sealed_bid_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$')
);
-- Packages are noise already; compressing them would only cost time.
alter table bids.sealed_bid alter column content set storage external;
create unique index uq_sealed_bid_counts on bids.sealed_bid (authority_id, tender_id, lot, supplier_id)
  where replaced_by is null and withdrawn_at is null;
create index sealed_bid_of_supplier on bids.sealed_bid (supplier_id, submitted_at);
alter table bids.sealed_bid enable row level security;
create policy own on bids.sealed_bid for select using (supplier_id = platform.authority());
-- Not the content: a supplier has its own copy.
grant select (authority_id, id, tender_id, lot, supplier_id, tender_version, submitted_at, fingerprint, log_number,
  replaced_by, withdrawn_at) on bids.sealed_bid to goldthread_app;

-- The public log of a tender. Each entry's hash covers the one before it.
create table bids.log_entry (
  tender_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  fingerprint text not null,
  previous_hash text not null,
  hash text not null,
  constraint pk_log_entry primary key (tender_id, number),
  constraint fk_log_entry_tender foreign key (tender_id) references tenders.tender (id),
  constraint ck_log_entry_kind check (kind in ('submitted', 'withdrawn'))
);
grant select on bids.log_entry to goldthread_app;
create table bids.log_head (
  tender_id uuid not null,
  number integer not null,
  hash text not null,
  constraint pk_log_head primary key (tender_id)
);

create function bids.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the log of bids is only ever added to' using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_log_entry before update or delete on bids.log_entry
  for each row execute function bids.refuse_change();

-- The last word on lateness, at the commit itself: whatever takes place between the statement and its commit, an entry
-- whose transaction ends at or after the deadline is not there. The row of the tender is locked by then, so that the
-- deadline cannot move meanwhile.
create function bids.refuse_late() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from tenders.tender t where t.id = new.tender_id and t.status = 'published'
      and clock_timestamp() < t.deadline) then
    raise exception 'the deadline has passed' using errcode = 'GT001';
  end if;
  return null;
end $$;
create constraint trigger in_time after insert on bids.log_entry
  deferrable initially deferred for each row execute function bids.refuse_late();

-- Adds an entry to the log of a tender. The moment has milliseconds, as programs that verify it have.
create function bids.append_log(of_tender uuid, of_kind text, of_fingerprint text) returns bids.log_entry
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  head bids.log_head;
  entry bids.log_entry;
begin
  insert into bids.log_head values (of_tender, 0, repeat('0', 64)) on conflict do nothing;
  select * into head from bids.log_head h where h.tender_id = of_tender for update;
  entry.tender_id := of_tender;
  entry.number := head.number + 1;
  entry.at := date_trunc('milliseconds', clock_timestamp());
  entry.kind := of_kind;
  entry.fingerprint := of_fingerprint;
  entry.previous_hash := head.hash;
  entry.hash := encode(sha256(convert_to(concat_ws('|', of_tender::text, entry.number::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), of_kind, of_fingerprint, head.hash), 'UTF8')), 'hex');
  insert into bids.log_entry values (entry.*);
  update bids.log_head h set number = entry.number, hash = entry.hash where h.tender_id = of_tender;
  return entry;
end $$;

-- Takes a sealed bid of the acting supplier. Accepted only while the deadline is ahead by this database's own clock, with the
-- tender's row held so that nobody moves it; bids.refuse_late looks again at the commit. A bid handed in before is replaced.
create function bids.submit(of_bid uuid, of_revision integer, of_id uuid, of_version integer, of_fingerprint text,
  of_content bytea)
  returns table (submitted_at timestamptz, number integer, hash text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  supplier uuid := platform.authority();
  draft bids.bid;
  tender tenders.tender;
  entry bids.log_entry;
begin
  select * into draft from bids.bid b where b.authority_id = supplier and b.id = of_bid for update;
  if not found then raise exception 'there is no such bid of the acting supplier' using errcode = 'GT003'; end if;
  select * into tender from tenders.tender t where t.id = draft.tender_id for share;
  if tender.status <> 'published' or clock_timestamp() >= tender.deadline then
    raise exception 'the deadline has passed' using errcode = 'GT001';
  end if;
  if tender.version <> of_version then
    raise exception 'the tender was changed meanwhile' using errcode = 'GT002';
  end if;
  update bids.sealed_bid s set replaced_by = of_id
    where s.authority_id = tender.authority_id and s.tender_id = tender.id and s.lot = draft.lot and s.supplier_id = supplier
      and s.replaced_by is null and s.withdrawn_at is null;
  perform tenders.note_bid(tender.id);
  entry := bids.append_log(tender.id, 'submitted', of_fingerprint);
  insert into bids.sealed_bid (authority_id, id, tender_id, lot, supplier_id, tender_version, submitted_at, fingerprint, content,
    log_number)
  values (tender.authority_id, of_id, tender.id, draft.lot, supplier, of_version, entry.at, of_fingerprint, of_content, entry.number);
  update bids.bid b set sealed_id = of_id, sealed_revision = of_revision, withdrawn_at = null
    where b.authority_id = supplier and b.id = of_bid;
  return query select entry.at, entry.number, entry.hash;
end $$;

-- Takes a bid of the acting supplier back, before the deadline.
create function bids.withdraw(of_bid uuid) returns table (withdrawn_at timestamptz, number integer, hash text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  supplier uuid := platform.authority();
  sealed bids.sealed_bid;
  tender tenders.tender;
  entry bids.log_entry;
begin
  perform from bids.bid b where b.authority_id = supplier and b.id = of_bid for update;
  select s.* into sealed from bids.bid b join bids.sealed_bid s on s.id = b.sealed_id and s.supplier_id = b.authority_id
    where b.authority_id = supplier and b.id = of_bid and s.withdrawn_at is null;
  if not found then raise exception 'there is no such bid of the acting supplier' using errcode = 'GT003'; end if;
  select * into tender from tenders.tender t where t.id = sealed.tender_id for share;
  if tender.status <> 'published' or clock_timestamp() >= tender.deadline then
    raise exception 'the deadline has passed' using errcode = 'GT001';
  end if;
  entry := bids.append_log(tender.id, 'withdrawn', sealed.fingerprint);
  update bids.sealed_bid s set withdrawn_at = entry.at where s.authority_id = sealed.authority_id and s.id = sealed.id;
  update bids.bid b set sealed_id = null, sealed_revision = null, withdrawn_at = entry.at
    where b.authority_id = supplier and b.id = of_bid;
  return query select entry.at, entry.number, entry.hash;
end $$;

-- What came in and counts, for two officers who open it. Nothing before the deadline, whoever asks.
create function bids.take_sealed(of_tender uuid)
  returns table (id uuid, lot text, supplier_id uuid, tender_version integer, submitted_at timestamptz, fingerprint text,
    log_number integer, content bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from tenders.tender t where t.id = of_tender and t.authority_id = platform.authority()
      and t.status = 'published' and clock_timestamp() >= t.deadline) then
    raise exception 'bids stay sealed until the deadline' using errcode = 'GT004';
  end if;
  return query select s.id, s.lot, s.supplier_id, s.tender_version, s.submitted_at, s.fingerprint, s.log_number, s.content
    from bids.sealed_bid s
    where s.authority_id = platform.authority() and s.tender_id = of_tender and s.replaced_by is null and s.withdrawn_at is null
    order by s.log_number;
end $$;

-- Bids that were begun and are not submitted as they stand, with the deadline near: for the reminders alone.
create function bids.unsubmitted(before timestamptz)
  returns table (supplier_id uuid, bid_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select b.authority_id, b.id from bids.bid b join tenders.tender t on t.id = b.tender_id
    where t.status = 'published' and t.deadline > clock_timestamp() and t.deadline <= before
      and b.revision > 0 and b.withdrawn_at is null and b.sealed_revision is distinct from b.revision
    order by t.deadline, b.authority_id, b.id
  $$;

create table bids.opening (
  authority_id uuid not null,
  tender_id uuid not null,
  first_officer text not null,
  second_officer text not null,
  opened_at timestamptz not null,
  -- By entry of the log: what was opened and whether it is what the log says.
  checks jsonb not null,
  constraint pk_opening primary key (authority_id, tender_id),
  constraint fk_opening_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
call platform.protect('bids.opening');
revoke update, delete on bids.opening from goldthread_app;
-- What anybody may check after an opening, without the officers' names.
create table bids.log_check (
  authority_id uuid not null,
  tender_id uuid not null,
  number integer not null,
  outcome text not null,
  checked_at timestamptz not null,
  constraint pk_log_check primary key (authority_id, tender_id, number),
  constraint fk_log_check_entry foreign key (tender_id, number) references bids.log_entry (tender_id, number),
  constraint ck_log_check_outcome check (outcome in ('matches', 'differs', 'missing'))
);
call platform.protect('bids.log_check');
revoke update, delete on bids.log_check from goldthread_app;
create policy published on bids.log_check for select using (true);

create table bids.opened_bid (
  authority_id uuid not null,
  id uuid not null,
  tender_id uuid not null,
  lot text not null,
  supplier_id uuid not null,
  supplier_name text not null,
  supplier_key text,
  submitted_at timestamptz not null,
  fingerprint text not null,
  tender_version integer not null,
  answers jsonb not null,
  profile jsonb not null,
  opened_at timestamptz not null,
  constraint pk_opened_bid primary key (authority_id, id),
  constraint uq_opened_bid unique (authority_id, tender_id, lot, supplier_id),
  constraint fk_opened_bid_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
call platform.protect('bids.opened_bid');
revoke update, delete on bids.opened_bid from goldthread_app;

revoke execute on all functions in schema bids from public;
grant execute on function bids.submit, bids.withdraw, bids.take_sealed, bids.unsubmitted to goldthread_app;
