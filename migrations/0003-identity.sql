-- Organisations, people, what they may do where, and how they prove who they are.
--
-- Three rules hold for the tables below.
-- 1. Row-level security is enabled, not forced: the application's role owns nothing and is always bound, while
--    the security-definer functions at the end run as the owner. They are the only way past the policies; each
--    takes a secret or an address that the caller already holds, and gives back no more than its task needs.
-- 2. The application is granted columns, not tables, wherever a column is a proof: the hash of a password, of
--    a session id, of a token. No query of the application can read one; the functions compare them.
-- 3. Tokens and session ids are stored as SHA-256 only. They are 256 random bits, so a slow hash adds nothing;
--    passwords are chosen by people, so they are argon2id.

create schema identity;
grant usage on schema identity to goldthread_app;

-- Shared reference data: everybody may read the names of public bodies. A contracting authority's id is the
-- `authority_id` of every tenant table. Nobody deletes one: tenants' rows point here.
create table identity.organisation (
  id uuid not null,
  name text not null,
  slug text not null,
  kind text not null,
  is_authority boolean not null,
  home_place_id uuid,
  created_at timestamptz not null default now(),
  constraint pk_organisation primary key (id),
  constraint uq_organisation_slug unique (slug),
  constraint fk_organisation_home_place foreign key (home_place_id) references places.place (id),
  constraint ck_organisation_name check (name = btrim(name) and length(name) between 1 and 200),
  constraint ck_organisation_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint ck_organisation_kind check (kind in ('council', 'combined-authority', 'nhs', 'university', 'college',
    'police', 'fire', 'housing-association', 'purchasing-organisation', 'other-anchor'))
);
grant select, insert, update (name, kind, home_place_id) on identity.organisation to goldthread_app;

-- A person may work for several authorities, so a person belongs to none. The e-mail address is kept in lower
-- case and plain ASCII: what two people read as the same address is then the same text.
create table identity.person (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  constraint pk_person primary key (id),
  constraint uq_person_email unique (email),
  constraint ck_person_email check (email ~ '^[!-?A-~]+@[!-?A-~]+$' and email = lower(email collate "C")),
  constraint ck_person_name check (name = btrim(name) and length(name) between 1 and 120)
);

create table identity.membership (
  authority_id uuid not null,
  person_id uuid not null,
  role text not null,
  created_at timestamptz not null default now(),
  constraint pk_membership primary key (authority_id, person_id, role),
  constraint fk_membership_authority foreign key (authority_id) references identity.organisation (id),
  constraint fk_membership_person foreign key (person_id) references identity.person (id),
  constraint ck_membership_role check (role ~ '^[a-z]+(-[a-z]+)*$')
);
create index membership_of_person on identity.membership (person_id);
-- Sign-in must find where a person works before an authority is chosen, so a person sees their own everywhere.
-- Only the authority that acts gives and takes its roles.
alter table identity.membership enable row level security;
create policy read_own_and_colleagues on identity.membership for select
  using (person_id = platform.person() or authority_id = platform.authority());
create policy give_in_authority on identity.membership for insert
  with check (authority_id = platform.authority());
create policy take_in_authority on identity.membership for delete
  using (authority_id = platform.authority());
grant select, insert, delete on identity.membership to goldthread_app;

-- A council sees the people who work for it, and a person sees themself. Anybody may be added (that shows
-- nothing of others), but only the person changes their own name and password. Whether an address has an
-- account is asked through identity.find_person. The hash of the password is written, never read.
alter table identity.person enable row level security;
create policy read_self_and_colleagues on identity.person for select
  using (id = platform.person() or exists (
    select from identity.membership m where m.person_id = person.id and m.authority_id = platform.authority()));
create policy add on identity.person for insert with check (disabled_at is null);
create policy change_self on identity.person for update using (id = platform.person());
grant select (id, email, name, created_at, disabled_at), insert, update (name, password_hash)
  on identity.person to goldthread_app;

create table identity.invitation (
  authority_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  -- Null where an operator invited from the command line.
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint pk_invitation primary key (authority_id, id),
  constraint uq_invitation_token unique (authority_id, token_hash),
  constraint fk_invitation_authority foreign key (authority_id) references identity.organisation (id),
  constraint fk_invitation_invited_by foreign key (invited_by) references identity.person (id),
  constraint ck_invitation_ended_once check (accepted_at is null or revoked_at is null)
);
-- One open invitation for an address and a role, also when two administrators press the button at once.
create unique index uq_invitation_open on identity.invitation (authority_id, email, role)
  where accepted_at is null and revoked_at is null;
create index invitation_by_token on identity.invitation (token_hash);
alter table identity.invitation enable row level security;
create policy of_authority on identity.invitation using (authority_id = platform.authority());
grant select (authority_id, id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at),
  insert, update (accepted_at, revoked_at) on identity.invitation to goldthread_app;

-- A session exists before anybody has signed in (it holds the secret of the sign-in form), so it belongs to no
-- authority. It is read and written through the functions below by whoever holds its id; its person may list
-- and end their own without it.
create table identity.session (
  sid_hash text not null,
  person_id uuid,
  data jsonb not null,
  user_agent text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint pk_session primary key (sid_hash),
  constraint fk_session_person foreign key (person_id) references identity.person (id)
);
create index session_of_person on identity.session (person_id) where person_id is not null;
create index session_by_expiry on identity.session (expires_at);
alter table identity.session enable row level security;
create policy list_own on identity.session for select using (person_id = platform.person());
create policy end_own on identity.session for delete using (person_id = platform.person());
grant select (person_id, user_agent, created_at, last_seen_at, expires_at), delete on identity.session to goldthread_app;

-- A token acts for one person in one authority. Nobody but that person, there, sees that it exists; it holds no
-- more than they hold, so taking their role away is enough to end it.
create table identity.api_token (
  authority_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  name text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint pk_api_token primary key (authority_id, id),
  constraint uq_api_token_token unique (authority_id, token_hash),
  constraint fk_api_token_authority foreign key (authority_id) references identity.organisation (id),
  constraint fk_api_token_person foreign key (person_id) references identity.person (id),
  constraint ck_api_token_name check (name = btrim(name) and length(name) between 1 and 80)
);
create index api_token_by_token on identity.api_token (token_hash);
alter table identity.api_token enable row level security;
create policy own_in_authority on identity.api_token
  using (authority_id = platform.authority() and person_id = platform.person());
grant select (authority_id, id, person_id, name, permissions, created_at, expires_at, last_used_at, revoked_at),
  insert, update (revoked_at) on identity.api_token to goldthread_app;

create table identity.password_reset (
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint pk_password_reset primary key (id),
  constraint uq_password_reset_token unique (token_hash),
  constraint fk_password_reset_person foreign key (person_id) references identity.person (id)
);
create index password_reset_of_person on identity.password_reset (person_id, created_at);
alter table identity.password_reset enable row level security;
create policy of_person on identity.password_reset using (person_id = platform.person());
grant select (id, person_id, created_at, expires_at, used_at), insert, update (used_at)
  on identity.password_reset to goldthread_app;

-- How often a password was wrong for an address, whether or not anybody has that address. The address is hashed:
-- people type their password into the wrong box. Holds nothing of any authority, so it has no policy.
create table identity.sign_in_throttle (
  email_hash text not null,
  failures integer not null,
  first_failed_at timestamptz not null,
  last_failed_at timestamptz not null,
  constraint pk_sign_in_throttle primary key (email_hash)
);
grant select, insert, update, delete on identity.sign_in_throttle to goldthread_app;

-- The ways past the policies.

-- Whether an address has an account, for inviting and for the forgotten password. Not its password.
create function identity.find_person(address text)
  returns table (person_id uuid, name text, has_password boolean, is_disabled boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select p.id, p.name, p.password_hash is not null, p.disabled_at is not null
        from identity.person p where p.email = address $$;

-- What sign-in compares a password with.
create function identity.find_credentials(address text)
  returns table (person_id uuid, password_hash text, is_disabled boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select p.id, p.password_hash, p.disabled_at is not null from identity.person p where p.email = address $$;

create function identity.find_invitation(hash text)
  returns table (authority_id uuid, id uuid, email text, role text,
    expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select i.authority_id, i.id, i.email, i.role, i.expires_at, i.accepted_at, i.revoked_at
        from identity.invitation i where i.token_hash = hash $$;

create function identity.find_password_reset(hash text)
  returns table (id uuid, person_id uuid, email text, name text, expires_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select r.id, r.person_id, p.email, p.name, r.expires_at, r.used_at
        from identity.password_reset r join identity.person p on p.id = r.person_id
        where r.token_hash = hash and p.disabled_at is null $$;

-- Whom a token stands for. Notes the use at most every five minutes, so that reading stays reading.
create function identity.find_api_token(hash text, used_at timestamptz)
  returns table (authority_id uuid, person_id uuid, permissions text[])
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update identity.api_token t set last_used_at = used_at
    where t.token_hash = hash and (t.last_used_at is null or t.last_used_at < used_at - interval '5 minutes');
    select t.authority_id, t.person_id, t.permissions from identity.api_token t
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > used_at;
  $$;

create function identity.read_session(hash text) returns jsonb
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update identity.session set last_seen_at = now()
    where sid_hash = hash and last_seen_at < now() - interval '5 minutes';
    select data from identity.session where sid_hash = hash and expires_at > now();
  $$;

-- A session that was read before is only changed, never made again: a request that is still on its way when its
-- person signs out everywhere must not bring the session back.
create function identity.write_session(hash text, of_person uuid, content jsonb, browser text, expiry timestamptz,
  was_read boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update identity.session set person_id = of_person, data = content, user_agent = browser, expires_at = expiry
    where sid_hash = hash;
    if not found and not was_read then
      insert into identity.session (sid_hash, person_id, data, user_agent, expires_at)
      values (hash, of_person, content, browser, expiry);
    end if;
  end $$;

create function identity.end_session(hash text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ delete from identity.session where sid_hash = hash $$;

-- Closes an account in every authority (or opens it again, without a time). For operators: no page calls it.
create function identity.set_disabled(of_person uuid, since timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update identity.person set disabled_at = since where id = of_person;
    delete from identity.session where person_id = of_person and since is not null;
  $$;

-- Removes what has run out; returns how many sessions went.
create function identity.purge_expired() returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    delete from identity.password_reset where expires_at < now() - interval '1 day';
    delete from identity.sign_in_throttle where last_failed_at < now() - interval '1 day';
    with gone as (delete from identity.session where expires_at <= now() returning 1) select count(*) from gone;
  $$;

-- Who a person is and what they do where, as that person: every request asks, so it is one round trip with a plan
-- that stays. It runs with the caller's rights and under the policies, and leaves who acts as it was.
create function identity.list_standings(of_person uuid)
  returns table (person_name text, authority_id uuid, authority_name text, role text)
  language plpgsql volatile security invoker set search_path = pg_catalog, pg_temp
  as $$
  declare
    acting text := coalesce(current_setting('app.person', true), '');
  begin
    perform set_config('app.person', of_person::text, true);
    return query
      select p.name, m.authority_id, o.name, m.role from identity.person p
      left join identity.membership m on m.person_id = p.id
      left join identity.organisation o on o.id = m.authority_id
      where p.id = of_person and p.disabled_at is null
      order by o.name, o.id, m.role;
    perform set_config('app.person', acting, true);
  end $$;

revoke execute on all functions in schema identity from public;
grant execute on all functions in schema identity to goldthread_app;
