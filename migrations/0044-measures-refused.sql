-- A file of reference data that was refused is kept as one of a framework is: `typed` holds the fields of its own form.
alter table measures.refused_file add column kind text not null default 'framework'
  constraint ck_refused_file_kind check (kind in ('framework', 'reference'));
