-- Contracts as others see them. A supplier that is bound to one contract reads how it was rated, and its own share in what it
-- did for several contracts of one council; the walls of 0023 stay, these are doors in them. The public reads what the
-- Transparency Code asks for.

-- For which supplier a transaction is bound to a contract.
create function contracts.bound_supplier() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.supplier', true), '')::uuid $$;

-- Ratings as they go into notices. Notes and who assessed are the council's own and stay out.
create function contracts.ratings_of_bound() returns table (
    indicator_id uuid, number integer, from_on date, to_on date, value numeric, rating text, assessed_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select a.indicator_id, a.number, a.from_on, a.to_on, a.value, a.rating, a.assessed_on
    from contracts.assessment a
    join contracts.indicator i on i.authority_id = a.authority_id and i.id = a.indicator_id
    where a.authority_id = platform.authority() and i.contract_id = contracts.bound_to()
    order by a.indicator_id, a.number
  $$;

-- Null: named by the council. A supplier's activities bear names of its own, or it could ask after those of others.
alter table contracts.activity
  add column supplier_id uuid constraint fk_activity_supplier references identity.organisation (id),
  drop constraint uq_activity_title;
create unique index activity_of_council on contracts.activity (authority_id, title) where supplier_id is null;
create unique index activity_of_supplier on contracts.activity (authority_id, supplier_id, title)
  where supplier_id is not null;

drop policy of_council on contracts.activity;
create policy of_supplier on contracts.activity as restrictive
  using ((select contracts.bound_to()) is null or supplier_id = (select contracts.bound_supplier()));

-- All shares of an activity: a supplier is bound to one contract and must not count twice what another has taken.
create function contracts.shares_of_activity(activity uuid) returns table (
    delivery_id uuid, contract_id uuid, quantity numeric, verified_quantity numeric, status text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select d.id, d.contract_id, d.quantity, d.verified_quantity, d.status
    from contracts.delivery d
    join contracts.activity a on a.authority_id = d.authority_id and a.id = d.activity_id
    where d.authority_id = platform.authority() and d.activity_id = activity
      and (contracts.bound_to() is null or a.supplier_id = contracts.bound_supplier())
    order by d.id
  $$;
revoke execute on function contracts.ratings_of_bound, contracts.shares_of_activity from public;
grant execute on function contracts.ratings_of_bound, contracts.shares_of_activity to goldthread_app;

-- What the Local Government Transparency Code 2015 asks of a contract and no register or ledger here can tell. Null: not
-- said; where a register tells of the supplier's size and kind, that stands unless somebody says otherwise.
create table contracts.code_facts (
  authority_id uuid not null,
  contract_id uuid not null,
  irrecoverable_vat_pence bigint constraint ck_code_vat check (irrecoverable_vat_pence >= 0),
  invitation text constraint ck_code_invitation check (invitation in ('quote', 'tender', 'none')),
  is_sme boolean,
  is_vcse boolean,
  constraint pk_code_facts primary key (authority_id, contract_id),
  constraint fk_code_facts_contract foreign key (authority_id, contract_id) references contracts.contract (authority_id, id)
);
call platform.protect('contracts.code_facts');
create policy of_council on contracts.code_facts as restrictive using ((select contracts.bound_to()) is null);
