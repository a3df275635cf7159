-- Tenders: what an authority publishes for bidders, version by version, with questions and answers, documents, changes of
-- the deadline, outages, and who wants letters about them.
--
-- Who may see what:
-- 1. A draft is the authority's own. What was published is everybody's, under the policies named `published`.
-- 2. Who asked a question is the authority's own. The answer is published without it.
-- 3. Whether anybody has bid yet is the authority's own.
-- 4. Addresses for letters are nobody's to read: the application writes them, and gets them by a function, for one tender.
--
-- Versions, answers, extensions and outages are never edited; triggers keep that for the owner of the tables too.

create schema tenders;
grant usage on schema tenders to goldthread_app;

create table tenders.reference_counter (
  prefix text not null,
  year integer not null,
  last integer not null,
  constraint pk_reference_counter primary key (prefix, year)
);
create function tenders.next_reference(of_prefix text, of_year integer) returns text
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    insert into tenders.reference_counter as c values (of_prefix, of_year, 1)
    on conflict (prefix, year) do update set last = c.last + 1
    returning of_prefix || '-' || of_year || '-' || lpad(c.last::text, 3, '0')
  $$;

create table tenders.tender (
  authority_id uuid not null constraint fk_tender_authority references identity.organisation (id),
  id uuid not null,
  purchase_id uuid not null,
  reference text not null constraint ck_tender_reference check (reference ~ '^[a-z0-9]+(-[a-z0-9]+)*-\d{4}-\d{3,}$'),
  title text not null constraint ck_tender_title check (length(title) between 1 and 200),
  summary text not null,
  -- A CPV code of eight digits; empty while it is not known.
  category text not null constraint ck_tender_category check (category ~ '^(\d{8})?$'),
  place_name text not null,
  -- The whole, with options and extensions, without VAT.
  value_pence bigint not null constraint ck_tender_value check (value_pence >= 0),
  status text not null constraint ck_tender_status
    check (status in ('draft', 'published', 'opened', 'awarded', 'cancelled')),
  published_at timestamptz,
  deadline timestamptz not null,
  question_deadline timestamptz not null,
  version integer not null default 0 constraint ck_tender_version check (version >= 0),
  key_id uuid,
  public_key text,
  closed_at timestamptz,
  cancelled_because text not null default '',
  created_at timestamptz not null,
  words tsvector not null generated always as
    (to_tsvector('english'::regconfig, title || ' ' || summary || ' ' || place_name || ' ' || reference)) stored,
  constraint pk_tender primary key (authority_id, id),
  constraint uq_tender_reference unique (reference),
  constraint fk_tender_purchase foreign key (authority_id, purchase_id)
    references procurement.purchase (authority_id, id),
  constraint ck_tender_published check (status in ('draft', 'cancelled') or published_at is not null),
  constraint ck_tender_questions_first check (question_deadline <= deadline)
);
create unique index uq_tender_purchase on tenders.tender (authority_id, purchase_id) where status <> 'cancelled';
create unique index uq_tender_id on tenders.tender (id);
create index tender_words on tenders.tender using gin (words) where published_at is not null;
create index tender_open on tenders.tender (deadline) where published_at is not null;
call platform.protect('tenders.tender');
create policy published on tenders.tender for select using (published_at is not null);

-- What officers work on: the first version before publication, the next one afterwards.
create table tenders.draft (
  authority_id uuid not null,
  tender_id uuid not null,
  revision integer not null constraint ck_draft_revision check (revision > 0),
  content jsonb not null,
  -- A person's id, or the kind of who else acted: whoever publishes a large contract is somebody else.
  edited_by text not null,
  edited_at timestamptz not null,
  constraint pk_draft primary key (authority_id, tender_id),
  constraint fk_draft_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
call platform.protect('tenders.draft');

create table tenders.version (
  authority_id uuid not null,
  tender_id uuid not null,
  version integer not null constraint ck_version_number check (version > 0),
  content jsonb not null,
  title text not null,
  summary text not null,
  deadline timestamptz not null,
  question_deadline timestamptz not null,
  reason text not null,
  changes jsonb not null,
  published_at timestamptz not null,
  constraint pk_version primary key (authority_id, tender_id, version),
  constraint fk_version_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id),
  constraint ck_version_reason check (version = 1 or length(trim(reason)) > 0)
);
call platform.protect('tenders.version');
revoke update, delete on tenders.version from goldthread_app;
create policy published on tenders.version for select using (true);

-- When the first bid came in; from then on the criteria stand.
create table tenders.bid_mark (
  authority_id uuid not null,
  tender_id uuid not null,
  first_bid_at timestamptz not null,
  constraint pk_bid_mark primary key (authority_id, tender_id),
  constraint fk_bid_mark_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
call platform.protect('tenders.bid_mark');
revoke insert, update, delete on tenders.bid_mark from goldthread_app;
-- A supplier's transaction calls this when it hands a bid in; it cannot see what it wrote.
create function tenders.note_bid(of_tender uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    insert into tenders.bid_mark (authority_id, tender_id, first_bid_at)
    select t.authority_id, t.id, clock_timestamp() from tenders.tender t
    where t.id = of_tender and t.status = 'published'
    on conflict do nothing
  $$;

create table tenders.document (
  authority_id uuid not null,
  id uuid not null,
  tender_id uuid not null,
  title text not null constraint ck_document_title check (length(title) between 1 and 200),
  file_hash text not null,
  file_name text not null,
  content_type text not null,
  bytes bigint not null,
  scan text not null constraint ck_document_scan check (scan in ('clean', 'not-scanned')),
  -- The version with which it was published; null before.
  from_version integer,
  -- The version with which it was taken back; it stays to be read as it was.
  until_version integer,
  added_at timestamptz not null,
  constraint pk_document primary key (authority_id, id),
  constraint fk_document_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
create index document_of_tender on tenders.document (authority_id, tender_id);
call platform.protect('tenders.document');
create policy published on tenders.document for select using (from_version is not null);

-- A question as it was asked. Who asked is for the authority and for whoever asked it, never for others.
create table tenders.enquiry (
  authority_id uuid not null,
  id uuid not null,
  tender_id uuid not null,
  asked_for uuid,
  asked_name text not null,
  asked_email text,
  text text not null constraint ck_enquiry_text check (length(text) between 1 and 4000),
  asked_at timestamptz not null,
  -- Null until the address was proved to be theirs; officers see it from then on.
  confirmed_at timestamptz,
  confirm_hash text,
  closed_because text not null default '',
  closed_at timestamptz,
  constraint pk_enquiry primary key (authority_id, id),
  constraint uq_enquiry_confirm unique (confirm_hash),
  constraint fk_enquiry_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
create index enquiry_of_tender on tenders.enquiry (authority_id, tender_id, asked_at);
call platform.protect('tenders.enquiry');
create policy own on tenders.enquiry for select using (asked_for = platform.authority());
create policy anybody_asks on tenders.enquiry for insert with check (
  closed_at is null and (confirmed_at is null or asked_for = platform.authority()) and exists (
    select from tenders.tender t
    where t.authority_id = enquiry.authority_id and t.id = enquiry.tender_id and t.status = 'published'));

create function tenders.confirm_enquiry(hash text, at timestamptz) returns uuid
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update tenders.enquiry set confirmed_at = coalesce(confirmed_at, at)
    where confirm_hash = hash and asked_at > at - interval '2 days' returning tender_id
  $$;

-- What all bidders read.
create table tenders.answer (
  authority_id uuid not null,
  tender_id uuid not null,
  number integer not null constraint ck_answer_number check (number > 0),
  enquiry_id uuid,
  question text not null constraint ck_answer_question check (length(question) between 1 and 4000),
  answer text not null constraint ck_answer_answer check (length(answer) between 1 and 8000),
  published_at timestamptz not null,
  constraint pk_answer primary key (authority_id, tender_id, number),
  constraint fk_answer_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
call platform.protect('tenders.answer');
revoke update, delete on tenders.answer from goldthread_app;
create policy published on tenders.answer for select using (true);

create table tenders.outage (
  authority_id uuid not null constraint fk_outage_authority references identity.organisation (id),
  id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  what text not null constraint ck_outage_what check (length(what) between 1 and 500),
  noted_by text not null constraint ck_outage_noted_by check (noted_by in ('officer', 'system')),
  noted_at timestamptz not null,
  constraint pk_outage primary key (authority_id, id),
  constraint ck_outage_times check (to_at > from_at)
);
call platform.protect('tenders.outage');
revoke update, delete on tenders.outage from goldthread_app;
create policy published on tenders.outage for select using (true);

create table tenders.extension (
  authority_id uuid not null,
  tender_id uuid not null,
  number integer not null,
  from_deadline timestamptz not null,
  to_deadline timestamptz not null,
  reason text not null constraint ck_extension_reason check (length(reason) between 1 and 2000),
  outage_id uuid,
  made_at timestamptz not null,
  constraint pk_extension primary key (authority_id, tender_id, number),
  constraint fk_extension_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id),
  constraint fk_extension_outage foreign key (authority_id, outage_id) references tenders.outage (authority_id, id),
  constraint ck_extension_later check (to_deadline > from_deadline)
);
call platform.protect('tenders.extension');
revoke update, delete on tenders.extension from goldthread_app;
create policy published on tenders.extension for select using (true);

-- Letters that somebody asked for: about one tender, or about all that fit words, categories and a place.
create table tenders.subscription (
  id uuid not null,
  email text not null constraint ck_subscription_email check (length(email) between 3 and 254),
  tender_id uuid,
  words text not null default '' constraint ck_subscription_words check (length(words) <= 200),
  categories text[] not null default '{}',
  place text not null default '' constraint ck_subscription_place check (length(place) <= 100),
  confirm_hash text not null,
  confirmed_at timestamptz,
  -- Stands in every letter; whoever holds it can only end the letters.
  leave_key text not null,
  created_at timestamptz not null,
  constraint pk_subscription primary key (id),
  constraint uq_subscription_confirm unique (confirm_hash),
  constraint uq_subscription_leave unique (leave_key),
  constraint fk_subscription_tender foreign key (tender_id) references tenders.tender (id)
);
create index subscription_of_tender on tenders.subscription (tender_id) where confirmed_at is not null;
create index subscription_by_email on tenders.subscription (email, created_at);

-- Takes a wish for letters; false where the address has several unanswered ones within the hour.
create function tenders.subscribe(of_id uuid, of_email text, of_tender uuid, of_words text, of_categories text[],
    of_place text, of_confirm_hash text, of_leave_key text, at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) from tenders.subscription s where s.email = of_email and s.confirmed_at is null
      and s.created_at > at - interval '1 hour') >= 5 then
    return false;
  end if;
  insert into tenders.subscription (id, email, tender_id, words, categories, place, confirm_hash, leave_key, created_at)
  values (of_id, of_email, of_tender, of_words, of_categories, of_place, of_confirm_hash, of_leave_key, at);
  return true;
end $$;
create function tenders.confirm_subscription(hash text, at timestamptz) returns uuid
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update tenders.subscription set confirmed_at = coalesce(confirmed_at, at)
    where confirm_hash = hash and created_at > at - interval '2 days' returning id
  $$;
create function tenders.end_subscription(key text) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with gone as (delete from tenders.subscription where leave_key = key returning 1) select count(*)::integer from gone
  $$;
-- The addresses that a letter about a published tender goes to: who follows it or, when it is new, whose wishes it fits.
create function tenders.readers_of(of_tender uuid, is_new boolean)
  returns table (email text, leave_key text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct on (s.email) s.email, s.leave_key
    from tenders.subscription s join tenders.tender t on t.id = of_tender and t.published_at is not null
    where s.confirmed_at is not null and (
      s.tender_id = t.id
      or (is_new and s.tender_id is null
        and (s.words = '' or t.words @@ plainto_tsquery('english', s.words))
        and (s.categories = '{}' or exists (select from unnest(s.categories) c where t.category like c || '%'))
        and (s.place = '' or position(lower(s.place) in lower(t.place_name)) > 0)))
    order by s.email, s.created_at
  $$;
-- When the site was last seen at work. A gap is an outage that the site records by itself.
create table tenders.heartbeat (
  is_only boolean not null default true constraint ck_heartbeat_only check (is_only),
  beat_at timestamptz not null,
  constraint pk_heartbeat primary key (is_only)
);
-- Notes that the site is at work and gives when it last was.
create function tenders.beat(at timestamptz) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with before as (select h.beat_at from tenders.heartbeat h)
    insert into tenders.heartbeat (beat_at) values (at)
    on conflict (is_only) do update set beat_at = at
    returning (select beat_at from before)
  $$;
revoke execute on all functions in schema tenders from public;
grant execute on all functions in schema tenders to goldthread_app;

create function tenders.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was published is never edited (tenders.%)', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_version before update or delete on tenders.version
  for each row execute function tenders.refuse_change();
create trigger keep_answer before update or delete on tenders.answer
  for each row execute function tenders.refuse_change();
create trigger keep_extension before update or delete on tenders.extension
  for each row execute function tenders.refuse_change();
create trigger keep_outage before update or delete on tenders.outage
  for each row execute function tenders.refuse_change();

-- Criteria stand from the first bid on, and change before it only with a new version.
create function tenders.keep_criteria() returns trigger language plpgsql as $$
declare
  before jsonb;
begin
  perform from tenders.tender t where t.authority_id = new.authority_id and t.id = new.tender_id for update;
  select v.content into before from tenders.version v
    where v.authority_id = new.authority_id and v.tender_id = new.tender_id order by v.version desc limit 1;
  if before is not null and (before -> 'criteria', before -> 'criteriaFingerprint')
      is distinct from (new.content -> 'criteria', new.content -> 'criteriaFingerprint')
    and exists (select from tenders.bid_mark b
      where b.authority_id = new.authority_id and b.tender_id = new.tender_id) then
    raise exception 'criteria cannot be changed after bids' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger keep_criteria before insert on tenders.version
  for each row execute function tenders.keep_criteria();

-- What bidders rely on: a deadline is never brought forward, and the key and the reference stay.
create function tenders.keep_tender() returns trigger language plpgsql as $$
begin
  if old.published_at is null then return new; end if;
  if new.published_at is distinct from old.published_at or new.reference <> old.reference
    or new.purchase_id <> old.purchase_id or new.public_key is distinct from old.public_key
    or new.key_id is distinct from old.key_id or new.version < old.version then
    raise exception 'what bidders rely on stays as it was published' using errcode = 'integrity_constraint_violation';
  end if;
  if new.deadline < old.deadline then
    raise exception 'a deadline is never brought forward' using errcode = 'integrity_constraint_violation';
  end if;
  if new.status <> old.status and (old.status, new.status) not in (('published', 'opened'), ('opened', 'awarded'),
      ('published', 'cancelled'), ('opened', 'cancelled')) then
    raise exception 'a tender does not go from % to %', old.status, new.status
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger keep_tender before update on tenders.tender for each row execute function tenders.keep_tender();
create function tenders.keep_published() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'a published tender is cancelled, never deleted' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create trigger keep_published before delete on tenders.tender for each row execute function tenders.keep_published();
