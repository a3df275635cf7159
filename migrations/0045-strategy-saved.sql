-- Who wrote each part of a version last, and when, so that whoever began from an older state is told. A part is the
-- document's own text (by the document's id), an objective or a priority; its line stays when the part is taken out.
create table strategy.last_saved (
  authority_id uuid not null,
  document_id uuid not null,
  version integer not null,
  part_id uuid not null,
  person_name text not null,
  saved_at timestamptz not null,
  constraint pk_last_saved primary key (authority_id, document_id, version, part_id),
  constraint fk_last_saved_version foreign key (authority_id, document_id, version)
    references strategy.version (authority_id, document_id, version)
);
call platform.protect('strategy.last_saved');
