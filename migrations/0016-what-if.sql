-- What-if: scenarios that people keep. And the way to the entries of a register near a place.

-- What a person supposed, in the words of the page's address, so that a link and a saved scenario say the same. The words
-- are checked where they are read; figures are never stored, for they follow from what counts today.
create table spend.scenario (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  name text not null constraint ck_scenario_name check (length(name) between 1 and 120),
  words jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  constraint pk_scenario primary key (authority_id, id),
  constraint uq_scenario_name unique (authority_id, name)
);
call platform.protect('spend.scenario');

-- Local supply is looked for by postcode district. Attaching a new edition builds its part of this index.
create index register_entry_by_district on suppliers.register_entry ((split_part(postcode, ' ', 1)));
