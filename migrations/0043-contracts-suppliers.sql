-- What suppliers are told of a contract's last day, and contracts with more suppliers than one.

-- The contracts that the acting supplier reports on, with the extensions that were taken; the last day as it stands is
-- worked out from them by the rule of the register (rules/term.ts).
drop function contracts.linked_contracts();
create function contracts.linked_contracts() returns table (
    authority_id uuid, authority_name text, contract_id uuid, reference text, title text, ends_on date, extensions jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select l.authority_id, o.name, c.id, c.reference, c.title, c.ends_on,
      coalesce((
        select jsonb_agg(jsonb_build_object('number', e.number, 'untilOn', e.until_on, 'takenOn', e.taken_on, 'note', '')
          order by e.number)
        from contracts.extension e
        where e.authority_id = c.authority_id and e.contract_id = c.id and e.taken_on is not null), '[]')
    from contracts.supplier_link l
    join contracts.contract c on c.authority_id = l.authority_id and c.id = l.contract_id
    join identity.organisation o on o.id = l.authority_id
    where l.supplier_id = platform.authority() and l.ended_at is null
    order by o.name, c.title, c.id
  $$;
revoke execute on function contracts.linked_contracts from public;
grant execute on function contracts.linked_contracts to goldthread_app;

-- The suppliers of a contract beside the first, which the contract itself names.
create table contracts.other_supplier (
  authority_id uuid not null,
  contract_id uuid not null,
  position integer not null constraint ck_other_supplier_position check (position > 1),
  name text not null constraint ck_other_supplier_name check (length(name) between 1 and 300),
  scheme text constraint ck_other_supplier_scheme check (scheme in ('GB-COH', 'GB-CHC')),
  number text,
  -- What spending calls it, as contracts.contract.supplier_key.
  supplier_key text not null,
  constraint pk_other_supplier primary key (authority_id, contract_id, position),
  constraint fk_other_supplier_contract foreign key (authority_id, contract_id)
    references contracts.contract (authority_id, id),
  constraint ck_other_supplier_number check ((scheme is null) = (number is null))
);
create index ix_other_supplier_key on contracts.other_supplier (authority_id, supplier_key);
call platform.protect('contracts.other_supplier');
create policy of_contract on contracts.other_supplier as restrictive using ((select contracts.bound_to()) is null
  or contract_id = (select contracts.bound_to()));

-- A supplier's contracts are those it shares with others too.
create or replace function contracts.count_of_supplier(key text) returns bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select count(*) from contracts.contract c where c.authority_id = platform.authority() and (c.supplier_key = key
      or exists (select from contracts.other_supplier s
        where s.authority_id = c.authority_id and s.contract_id = c.id and s.supplier_key = key))
  $$;
