-- Suppliers that sign in are organisations of their own (ADR 11): their drafts and documents are a tenant's, under
-- the same row-level security as a council's.

alter table identity.organisation drop constraint ck_organisation_kind;
alter table identity.organisation
  add constraint ck_organisation_kind check (kind in ('council', 'combined-authority', 'nhs', 'university', 'college',
    'police', 'fire', 'housing-association', 'purchasing-organisation', 'other-anchor', 'supplier')),
  add constraint ck_organisation_supplier check (kind <> 'supplier' or not is_authority),
  -- As org-id.guide writes it (`GB-COH-01234567`), in the supplier's own word; several accounts may name the same.
  add column org_id text constraint ck_organisation_org_id check (org_id ~ '^[A-Z]{2}-[A-Z0-9]+-[A-Za-z0-9/.-]{1,40}$');
grant update (org_id) on identity.organisation to goldthread_app;

-- Public bodies are everybody's to read. That a supplier has an account is known to itself and its people only:
-- before bids are opened nobody may learn who is bidding.
alter table identity.organisation enable row level security;
create policy see on identity.organisation for select
  using (kind <> 'supplier' or id = platform.authority() or exists (
    select from identity.membership m where m.authority_id = organisation.id and m.person_id = platform.person()));
create policy add on identity.organisation for insert with check (true);
create policy change on identity.organisation for update
  using (kind <> 'supplier' or id = platform.authority());

-- Suppliers' roles are held at suppliers, all other roles elsewhere.
create function identity.refuse_foreign_role() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if (new.role like 'supplier-%') <> (select o.kind = 'supplier' from identity.organisation o where o.id = new.authority_id)
    then raise exception 'the role % is not held at this kind of organisation', new.role using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger role_fits before insert or update on identity.membership
  for each row execute function identity.refuse_foreign_role();
create trigger role_fits before insert or update on identity.invitation
  for each row execute function identity.refuse_foreign_role();

-- How many letters to open a supplier's account an address was sent since a moment, so that nobody's mailbox is flooded.
create function identity.count_registrations(address text, since timestamptz) returns bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select count(*) from identity.invitation i join identity.organisation o on o.id = i.authority_id
    where i.email = address and o.kind = 'supplier' and i.invited_by is null and i.created_at > since;
  $$;

-- Suppliers whose first person never confirmed the address go with the link that ran out.
create function identity.purge_unconfirmed_suppliers(before timestamptz) returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with unconfirmed as (
      select o.id from identity.organisation o
      where o.kind = 'supplier' and not exists (select from identity.membership m where m.authority_id = o.id)
        and not exists (select from identity.invitation i where i.authority_id = o.id
          and (i.accepted_at is not null or i.expires_at > before))
    ), letters as (delete from identity.invitation i using unconfirmed u where i.authority_id = u.id returning i.authority_id)
    select count(distinct authority_id) from letters;
  $$;
-- A later statement, so that the invitations are gone before what they point to.
create function identity.purge_empty_suppliers() returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with gone as (
      delete from identity.organisation o
      where o.kind = 'supplier' and o.created_at < now() - interval '1 day'
        and not exists (select from identity.membership m where m.authority_id = o.id)
        and not exists (select from identity.invitation i where i.authority_id = o.id) returning 1)
    select count(*) from gone;
  $$;

revoke execute on function identity.refuse_foreign_role, identity.count_registrations,
  identity.purge_unconfirmed_suppliers, identity.purge_empty_suppliers from public;
grant execute on function identity.count_registrations, identity.purge_unconfirmed_suppliers,
  identity.purge_empty_suppliers to goldthread_app;
