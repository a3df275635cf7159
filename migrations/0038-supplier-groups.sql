-- Groups of companies, as people confirmed them: several suppliers that one authority counts as one. A supplier is in one group at
-- most. Kept by the supplier's key, so that a group holds for every later file.
create table spend.supplier_group (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  name text not null constraint ck_supplier_group_name check (length(name) between 1 and 200),
  made_by text not null,
  made_at timestamptz not null,
  constraint pk_supplier_group primary key (authority_id, id)
);
call platform.protect('spend.supplier_group');

create table spend.supplier_group_member (
  authority_id uuid not null references identity.organisation (id),
  supplier_key text not null,
  group_id uuid not null,
  -- As it was called when it was put in; shown where no payee bears the key any more.
  supplier_name text not null,
  constraint pk_supplier_group_member primary key (authority_id, supplier_key),
  constraint fk_supplier_group_member_group foreign key (authority_id, group_id)
    references spend.supplier_group (authority_id, id) on delete cascade
);
create index supplier_group_member_of_group on spend.supplier_group_member (authority_id, group_id);
call platform.protect('spend.supplier_group_member');

-- Copies of the facts now say to which group a supplier belongs; those made before are made again.
update spend.version set stamp = gen_random_uuid();
