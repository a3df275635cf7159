-- Analysis: a stamp for copies of the facts, books of rules with all their versions, and networks of anchors.

-- A number may come again after a back-up was restored; a stamp never does. Copies are named by it.
alter table spend.version add column stamp uuid not null default gen_random_uuid();

-- A book of rules as it stood: influenceable spend, known contracts, the categories of a scheme. A change is a new
-- version and an undo is the older one again, so nothing is ever lost. The content is checked where it is read.
create table spend.rule_book (
  authority_id uuid not null references identity.organisation (id),
  name text not null,
  number integer not null,
  content jsonb not null,
  change text not null,
  made_at timestamptz not null,
  made_by text not null,
  constraint pk_rule_book primary key (authority_id, name, number)
);
call platform.protect('spend.rule_book');
-- History is not rewritten.
revoke update, delete on spend.rule_book from goldthread_app;

-- Organisations that agreed to look at their spending together. Each member speaks for itself only.
create table spend.network (
  id uuid primary key,
  name text not null,
  home_place_id uuid,
  founded_by uuid not null references identity.organisation (id),
  founded_at timestamptz not null
);
create table spend.network_member (
  authority_id uuid not null references identity.organisation (id),
  network_id uuid not null references spend.network (id),
  invited_by uuid not null references identity.organisation (id),
  invited_at timestamptz not null,
  -- Null while the invitation is open. Nothing of a member is read before.
  agreed_at timestamptz,
  agreed_by text,
  constraint pk_network_member primary key (authority_id, network_id)
);
create index network_member_of on spend.network_member (network_id);

-- Whether the acting authority is in a network, or invited. Runs as the owner: the policy of members asks it.
create function spend.is_in_network(of_network uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (select from spend.network_member m
        where m.network_id = of_network and m.authority_id = platform.authority()) $$;
create function spend.is_member_of_network(of_network uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (select from spend.network_member m
        where m.network_id = of_network and m.authority_id = platform.authority() and m.agreed_at is not null) $$;

alter table spend.network enable row level security;
create policy seen_by_members on spend.network for select
  using (founded_by = platform.authority() or spend.is_in_network(id));
create policy founded_by_oneself on spend.network for insert with check (founded_by = platform.authority());
grant select, insert on spend.network to goldthread_app;

alter table spend.network_member enable row level security;
create policy seen_by_members on spend.network_member for select using (spend.is_in_network(network_id));
-- A member invites others; it agrees and leaves for itself alone.
create policy invited_by_members on spend.network_member for insert with check (
  invited_by = platform.authority() and (
    (authority_id <> platform.authority() and agreed_at is null and spend.is_member_of_network(network_id))
    or (authority_id = platform.authority() and exists (
      select from spend.network n where n.id = network_id and n.founded_by = platform.authority()))));
create policy agreed_by_oneself on spend.network_member for update
  using (authority_id = platform.authority()) with check (authority_id = platform.authority());
create policy left_by_oneself on spend.network_member for delete using (authority_id = platform.authority());
grant select, insert, update, delete on spend.network_member to goldthread_app;
revoke execute on function spend.is_in_network, spend.is_member_of_network from public;
grant execute on function spend.is_in_network, spend.is_member_of_network to goldthread_app;
