-- Notes to people, how often they want letters about them, letters that failed, and calendars to subscribe to.

-- For whom a letter was written: its administrators see when it fails. Letters of nobody's (a forgotten password) have none.
alter table platform.mail
  add column authority_id uuid default platform.authority(),
  add column attempts integer not null default 0,
  add column tried_at timestamptz;
create index mail_failed on platform.mail (created_at desc) where sent_at is null and last_error is not null;

-- A person's inbox. The person reads it wherever they work; any organisation may write to anybody, as by letter.
create table identity.note (
  person_id uuid not null,
  id uuid not null,
  -- Whose matter it is.
  authority_id uuid,
  kind text not null,
  subject text not null,
  lines text[] not null,
  href text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  awaits_digest boolean not null,
  constraint pk_note primary key (person_id, id),
  constraint fk_note_person foreign key (person_id) references identity.person (id),
  constraint fk_note_authority foreign key (authority_id) references identity.organisation (id) on delete cascade,
  constraint ck_note_kind check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  constraint ck_note_subject check (length(subject) between 1 and 300 and subject !~ '[\n\r]'),
  -- An address of this site, never of another.
  constraint ck_note_href check (href ~ '^/([^/\\]|$)')
);
create index note_newest on identity.note (person_id, created_at desc, id desc);
create index note_unread on identity.note (person_id) where read_at is null;
create index note_awaiting on identity.note (person_id) where awaits_digest;
alter table identity.note enable row level security;
create policy read_own on identity.note for select using (person_id = platform.person());
create policy change_own on identity.note for update using (person_id = platform.person());
create policy write_to_anybody on identity.note for insert with check (true);
grant select, insert, update (read_at, awaits_digest) on identity.note to goldthread_app;

create table identity.letter_choice (
  person_id uuid not null,
  choice text not null,
  constraint pk_letter_choice primary key (person_id),
  constraint fk_letter_choice_person foreign key (person_id) references identity.person (id),
  constraint ck_letter_choice check (choice in ('at-once', 'daily', 'weekly', 'none'))
);
alter table identity.letter_choice enable row level security;
create policy own on identity.letter_choice using (person_id = platform.person());
grant select, insert, update (choice) on identity.letter_choice to goldthread_app;

-- The secret address of a person's calendar at one organisation; a new one takes the place of the old.
create table identity.calendar_address (
  authority_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  constraint pk_calendar_address primary key (authority_id, person_id),
  constraint uq_calendar_address_token unique (authority_id, token_hash),
  constraint fk_calendar_address_authority foreign key (authority_id) references identity.organisation (id) on delete cascade,
  constraint fk_calendar_address_person foreign key (person_id) references identity.person (id)
);
create index calendar_address_by_token on identity.calendar_address (token_hash);
alter table identity.calendar_address enable row level security;
create policy own_in_authority on identity.calendar_address
  using (authority_id = platform.authority() and person_id = platform.person());
grant select (authority_id, person_id, created_at), insert, delete on identity.calendar_address to goldthread_app;

-- Whom a note reaches, by id or by address, and how they want to hear. Nobody where the account is closed.
create function identity.find_reader(of_person uuid, address text)
  returns table (person_id uuid, email text, choice text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select p.id, p.email, coalesce(c.choice, 'at-once') from identity.person p
    left join identity.letter_choice c on c.person_id = p.id
    where (p.id = of_person or p.email = address) and p.disabled_at is null
  $$;

-- Whose notes wait for a digest; those who chose a weekly one only where it is their day.
create function identity.list_digests(is_weekly_day boolean) returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct n.person_id from identity.note n
    join identity.person p on p.id = n.person_id and p.disabled_at is null
    left join identity.letter_choice c on c.person_id = n.person_id
    where n.awaits_digest and (is_weekly_day or c.choice is distinct from 'weekly')
    order by n.person_id
  $$;

create function identity.find_calendar(hash text) returns table (authority_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select c.authority_id, c.person_id from identity.calendar_address c where c.token_hash = hash $$;

-- As in 0003, with the number of unread notes, which stands on every page.
drop function identity.list_standings(uuid);
create function identity.list_standings(of_person uuid)
  returns table (person_name text, authority_id uuid, authority_name text, role text, unread integer)
  language plpgsql volatile security invoker set search_path = pg_catalog, pg_temp
  as $$
  declare
    acting text := coalesce(current_setting('app.person', true), '');
  begin
    perform set_config('app.person', of_person::text, true);
    return query
      select p.name, m.authority_id, o.name, m.role,
        (select count(*)::integer from identity.note n where n.person_id = of_person and n.read_at is null)
      from identity.person p
      left join identity.membership m on m.person_id = p.id
      left join identity.organisation o on o.id = m.authority_id
      where p.id = of_person and p.disabled_at is null
      order by o.name, o.id, m.role;
    perform set_config('app.person', acting, true);
  end $$;

revoke execute on function identity.find_reader, identity.list_digests, identity.find_calendar,
  identity.list_standings from public;
grant execute on function identity.find_reader, identity.list_digests, identity.find_calendar,
  identity.list_standings to goldthread_app;
