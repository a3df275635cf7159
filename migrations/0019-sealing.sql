-- Keys that seal: an officer's own, a tender's, and the shares of a tender's key. Nothing here opens anything alone:
-- an officer's identity is stored under their passphrase only, and a tender's identity is not stored at all.

create schema sealing;
grant usage on schema sealing to goldthread_app;

create table sealing.officer_key (
  authority_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  -- age1…: what shares are encrypted to.
  recipient text not null,
  -- The age identity, encrypted under the officer's passphrase (age's scrypt).
  locked_identity bytea not null,
  created_at timestamptz not null,
  -- A key that was replaced still opens the shares that were given to it.
  retired_at timestamptz,
  constraint pk_officer_key primary key (authority_id, id),
  constraint fk_officer_key_authority foreign key (authority_id) references identity.organisation (id),
  constraint fk_officer_key_person foreign key (person_id) references identity.person (id),
  constraint ck_officer_key_recipient check (recipient ~ '^age1[a-z0-9]+$')
);
create unique index uq_officer_key_in_use on sealing.officer_key (authority_id, person_id) where retired_at is null;
call platform.protect('sealing.officer_key');

create table sealing.tender_key (
  authority_id uuid not null,
  id uuid not null,
  public_key text not null,
  -- Nobody opens before this moment, by the database's clock. It is only ever moved back, never forward.
  not_before timestamptz not null,
  created_at timestamptz not null,
  constraint pk_tender_key primary key (authority_id, id),
  constraint fk_tender_key_authority foreign key (authority_id) references identity.organisation (id),
  constraint ck_tender_key_public_key check (public_key ~ '^age1[a-z0-9]+$')
);
call platform.protect('sealing.tender_key');
create function sealing.keep_tender_key() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.not_before < old.not_before then
    raise exception 'sealed bids are never opened earlier than was said' using errcode = 'check_violation';
  end if;
  if new.public_key <> old.public_key then
    raise exception 'the key of a tender does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_tender_key before update on sealing.tender_key
  for each row execute function sealing.keep_tender_key();

-- Three shares, any two of which give the tender's identity; each encrypted to the key of its holder.
create table sealing.share (
  authority_id uuid not null,
  key_id uuid not null,
  number smallint not null,
  officer_key_id uuid not null,
  person_id uuid not null,
  duty text not null,
  content bytea not null,
  constraint pk_share primary key (authority_id, key_id, number),
  constraint uq_share_person unique (authority_id, key_id, person_id),
  constraint fk_share_key foreign key (authority_id, key_id) references sealing.tender_key (authority_id, id),
  constraint fk_share_officer_key foreign key (authority_id, officer_key_id)
    references sealing.officer_key (authority_id, id),
  constraint ck_share_duty check (duty in ('opening', 'recovery'))
);
call platform.protect('sealing.share');

-- An opening: one officer has handed their share on to the others, who have half an hour to complete it.
create table sealing.opening (
  authority_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  begun_by uuid not null,
  begun_by_name text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  -- The first officer's share, encrypted to the other holders. Gone when the opening is complete.
  handed_share bytea,
  completed_by uuid,
  completed_by_name text,
  completed_at timestamptz,
  constraint pk_opening primary key (authority_id, id),
  constraint fk_opening_key foreign key (authority_id, key_id) references sealing.tender_key (authority_id, id),
  constraint ck_opening_two_people check (completed_by is null or completed_by <> begun_by)
);
create index opening_of_key on sealing.opening (authority_id, key_id, begun_at);
call platform.protect('sealing.opening');
