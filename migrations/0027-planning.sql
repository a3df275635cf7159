-- What the planning of purchases was missing: the contracts that end, who answered a test of a body, which entry of the
-- directory an invitation went to, and which letters about a yearly test have been written.

-- A contract of the register, as much of it as planning needs. The register stands above this module and tells it each
-- change in its own transaction, as modules do with the thread.
create table procurement.contract_ending (
  authority_id uuid not null references identity.organisation (id),
  contract_id uuid not null,
  reference text not null,
  title text not null,
  supplier_name text not null,
  department text not null,
  value_pence bigint,
  -- The last day as agreed, with the extensions taken; null for a contract that rolls on.
  ends_on date,
  -- The last day with every option.
  furthest_on date,
  -- Where the contract is shown.
  href text not null,
  constraint pk_contract_ending primary key (authority_id, contract_id)
);
create index ix_contract_ending_reference on procurement.contract_ending (authority_id, reference);
call platform.protect('procurement.contract_ending');

insert into procurement.contract_ending
select contract.authority_id, contract.id, reference, title, supplier_name, department, value_pence,
  greatest(ends_on, (select max(until_on) from contracts.extension
    where extension.authority_id = contract.authority_id and contract_id = contract.id and taken_on is not null)),
  greatest(ends_on, (select max(until_on) from contracts.extension
    where extension.authority_id = contract.authority_id and contract_id = contract.id)),
  '/contracts/' || contract.id
from contracts.contract;
-- A contract without a last day rolls on, whatever was extended.
update procurement.contract_ending ending set ends_on = null, furthest_on = null
from contracts.contract where contract.authority_id = ending.authority_id and contract.id = ending.contract_id
  and contract.ends_on is null;

-- The directory entry that an invited supplier was chosen by; null where the address was typed.
alter table procurement.engagement_invitation add column entry_id uuid;

-- Who answered a test, to write to them when it is due again.
alter table procurement.control_test add column person_id uuid;

-- One letter for each test and moment, however often the job runs.
create table procurement.retest_letter (
  authority_id uuid not null,
  test_id uuid not null,
  moment text not null constraint ck_retest_letter_moment check (moment in ('soon', 'overdue')),
  written_on date not null,
  constraint pk_retest_letter primary key (authority_id, test_id, moment),
  constraint fk_retest_letter_test foreign key (authority_id, test_id)
    references procurement.control_test (authority_id, id)
);
call platform.protect('procurement.retest_letter');
