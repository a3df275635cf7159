-- What every module stands on: the application's role, row-level security, the audit log, mail.

do $$ begin
  if not exists (select from pg_roles where rolname = 'goldthread_app') then
    create role goldthread_app nologin;
  end if;
end $$;
-- Whoever owns the tables may become the application, and the application may become nobody else.
do $$ begin
  execute format('grant goldthread_app to %I', current_user);
end $$;

create schema platform;
grant usage on schema platform to goldthread_app;

-- Whom the transaction acts for. A setting that was used before in a session reads as '', hence nullif.
create function platform.authority() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.authority', true), '')::uuid $$;
create function platform.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Puts a tenant's table under row-level security: only rows of the acting authority exist for the application.
-- The owner is not bound: migrations, proofs of the audit log and back-ups are its work.
create procedure platform.protect(tenant_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy of_authority on %s using (authority_id = platform.authority())', tenant_table);
  execute format('grant select, insert, update, delete on %s to goldthread_app', tenant_table);
end $$;

-- The audit log: append-only, and each entry's hash covers the one before it. Entries that belong to no
-- authority (a failed sign-in, a new register) are chained under the zero id.
create table platform.audit_chain (
  authority_id uuid primary key,
  last_number bigint not null,
  last_hash text not null
);
create table platform.audit_entry (
  authority_id uuid not null,
  number bigint not null,
  occurred_at timestamptz not null,
  actor text not null,
  name text not null,
  subject text not null,
  facts jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, number)
);
alter table platform.audit_entry enable row level security;
create policy read_own on platform.audit_entry for select
  using (authority_id = coalesce(platform.authority(), '00000000-0000-0000-0000-000000000000'));
create policy append_own on platform.audit_entry for insert
  with check (authority_id = coalesce(platform.authority(), '00000000-0000-0000-0000-000000000000'));
grant select, insert on platform.audit_entry to goldthread_app;
alter table platform.audit_chain enable row level security;
create policy chain_of_authority on platform.audit_chain
  using (authority_id = coalesce(platform.authority(), '00000000-0000-0000-0000-000000000000'));
grant select, insert, update on platform.audit_chain to goldthread_app;

-- Mail that was handed over for sending. In demonstration mode nothing leaves, and the mailbox page reads it here.
create table platform.mail (
  id uuid primary key,
  created_at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  body_text text not null,
  sent_at timestamptz,
  last_error text
);
create index mail_created_at on platform.mail (created_at desc);
grant select, insert, update on platform.mail to goldthread_app;
