-- What a person is in the middle of when the lists of a page are longer than one page: what is wrong with a file that
-- was not taken in, and the sides chosen so far for a new version of a framework.

-- A file that was refused, with what was typed beside it. The file itself is not kept.
create table measures.refused_file (
  authority_id uuid not null references identity.organisation (id),
  id uuid not null,
  file_name text not null,
  -- The fields of the form as typed (pages/import-framework.ts).
  typed jsonb not null,
  -- At most so many as a person could put right; `found` is how many there are.
  faults jsonb not null,
  found integer not null,
  refused_at timestamptz not null,
  constraint pk_refused_file primary key (authority_id, id)
);
call platform.protect('measures.refused_file');

-- A side chosen for one clash, until the version is taken in.
create table measures.merge_choice (
  authority_id uuid not null references identity.organisation (id),
  framework_code text not null,
  -- The version that is to come in: for another one, the choice is made anew.
  framework_id uuid not null constraint fk_merge_choice_framework references measures.framework (id),
  key text not null,
  side text not null constraint ck_merge_choice_side check (side in ('ours', 'theirs')),
  constraint pk_merge_choice primary key (authority_id, framework_code, framework_id, key)
);
call platform.protect('measures.merge_choice');
