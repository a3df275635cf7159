-- The directory that suppliers keep themselves. It belongs to no authority: one supplier stands in it once, for all.
--
-- Who may see what:
-- 1. A listing is public. An entry (who keeps it, what waits for a moderator), claims, codes and keys are not: a
--    session sees them only while it acts for an authority (moderators; the route asks for the permission) or for the
--    one entry that its transaction has named after a code or key was proved (`app.directory_entry`).
-- 2. Codes and keys are stored hashed, and the application cannot select the hash of a key.

-- Where a register publishes an address for letters: a code to claim the entry goes there and nowhere else.
alter table suppliers.register_entry add column contact_email text;

create function suppliers.directory_entry_acting() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.directory_entry', true), '')::uuid $$;

create table suppliers.directory_entry (
  id uuid not null,
  scheme text,
  number text,
  name text not null,
  -- Who proved, by a code, to be reached at the supplier's address.
  keeper_email text not null,
  state text not null,
  -- What the keeper wrote and is not yet listed.
  proposal jsonb,
  proposed_at timestamptz,
  refusal text,
  created_at timestamptz not null,
  constraint pk_directory_entry primary key (id),
  constraint ck_directory_entry_state check (state in ('draft', 'waiting', 'listed', 'refused')),
  constraint ck_directory_entry_name check (length(name) between 1 and 200),
  constraint ck_directory_entry_number check ((scheme is null) = (number is null)),
  constraint uq_directory_entry_number unique (scheme, number)
);
create index directory_entry_waiting on suppliers.directory_entry (proposed_at) where state = 'waiting';

-- What the public sees of an entry.
create table suppliers.directory_listing (
  entry_id uuid not null,
  content jsonb not null,
  listed_at timestamptz not null,
  words tsvector not null generated always as (to_tsvector('english'::regconfig,
    coalesce(content ->> 'name', '') || ' ' || coalesce(content ->> 'supplies', '') || ' ' ||
    coalesce(content ->> 'socialPurpose', '') || ' ' || coalesce(content ->> 'accreditations', '') || ' ' ||
    coalesce(content ->> 'covers', '') || ' ' || coalesce(content ->> 'postcode', ''))) stored,
  constraint pk_directory_listing primary key (entry_id),
  constraint fk_directory_listing_entry foreign key (entry_id) references suppliers.directory_entry (id)
);
create index directory_listing_words on suppliers.directory_listing using gin (words);
create index directory_listing_categories on suppliers.directory_listing using gin ((content -> 'categories'));

-- Somebody says they speak for a supplier whose address no register knows: a moderator asks the supplier first.
create table suppliers.directory_claim (
  id uuid not null,
  scheme text,
  number text,
  name text not null,
  postcode text,
  email text not null,
  claimed_at timestamptz not null,
  decided_at timestamptz,
  decision text,
  reason text,
  constraint pk_directory_claim primary key (id),
  constraint ck_directory_claim_decision check (decision in ('confirmed', 'refused')),
  constraint ck_directory_claim_name check (length(name) between 1 and 200)
);
create unique index uq_directory_claim_open on suppliers.directory_claim (email, lower(name)) where decided_at is null;

-- A code that was sent to the keeper of an entry.
create table suppliers.directory_code (
  id uuid not null,
  entry_id uuid not null,
  code_hash text not null,
  tries integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint pk_directory_code primary key (id),
  constraint fk_directory_code_entry foreign key (entry_id) references suppliers.directory_entry (id)
);
create index directory_code_of_entry on suppliers.directory_code (entry_id, created_at);

-- What a code was exchanged for: the address of the form, for two hours.
create table suppliers.directory_key (
  key_hash text not null,
  entry_id uuid not null,
  expires_at timestamptz not null,
  constraint pk_directory_key primary key (key_hash),
  constraint fk_directory_key_entry foreign key (entry_id) references suppliers.directory_entry (id)
);

alter table suppliers.directory_entry enable row level security;
create policy moderator_or_keeper on suppliers.directory_entry
  using (platform.authority() is not null or id = suppliers.directory_entry_acting());
grant select, insert, update on suppliers.directory_entry to goldthread_app;
alter table suppliers.directory_listing enable row level security;
create policy everybody_reads on suppliers.directory_listing for select using (true);
create policy moderator_lists on suppliers.directory_listing for insert with check (platform.authority() is not null);
create policy moderator_relists on suppliers.directory_listing for update using (platform.authority() is not null);
create policy moderator_or_keeper_removes on suppliers.directory_listing for delete
  using (platform.authority() is not null or entry_id = suppliers.directory_entry_acting());
grant select, insert, update, delete on suppliers.directory_listing to goldthread_app;
alter table suppliers.directory_claim enable row level security;
create policy anybody_claims on suppliers.directory_claim for insert with check (decided_at is null);
create policy moderator_reads on suppliers.directory_claim for select using (platform.authority() is not null);
create policy moderator_decides on suppliers.directory_claim for update using (platform.authority() is not null);
grant select, insert, update (decided_at, decision, reason) on suppliers.directory_claim to goldthread_app;
alter table suppliers.directory_code enable row level security;
create policy of_entry on suppliers.directory_code using (entry_id = suppliers.directory_entry_acting());
grant select, insert, update (tries, used_at) on suppliers.directory_code to goldthread_app;
alter table suppliers.directory_key enable row level security;
create policy of_entry on suppliers.directory_key using (entry_id = suppliers.directory_entry_acting());
grant select (entry_id, expires_at), insert, delete on suppliers.directory_key to goldthread_app;

-- The ways past the policies: each takes what the caller holds already and gives an entry's id back.
create function suppliers.entry_of_directory_code(code_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select c.entry_id from suppliers.directory_code c where c.id = code_id $$;
create function suppliers.entry_of_directory_key(hash text, at timestamptz) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select k.entry_id from suppliers.directory_key k where k.key_hash = hash and k.expires_at > at $$;
create function suppliers.entry_of_directory_number(of_scheme text, of_number text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select e.id from suppliers.directory_entry e where e.scheme = of_scheme and e.number = of_number $$;
revoke execute on function suppliers.entry_of_directory_code, suppliers.entry_of_directory_key,
  suppliers.entry_of_directory_number from public;
grant execute on function suppliers.entry_of_directory_code, suppliers.entry_of_directory_key,
  suppliers.entry_of_directory_number to goldthread_app;
