-- What a supplier keeps of its own: a copy of each bid that it handed in, and documents that go with many bids.
--
-- Both are the supplier's own tenant, as drafts are, and encrypted like them with a key made for this supplier from the
-- installation's secret: the database alone gives nothing of them, before the deadline or after it.

create table bids.own_copy (
  authority_id uuid not null,
  -- The sealed bid, which lies with the authority it is for.
  sealed_id uuid not null,
  -- The header of the package as it was sealed, byte for byte, and where its files are kept: encrypted.
  content bytea not null,
  constraint pk_own_copy primary key (authority_id, sealed_id),
  constraint fk_own_copy_supplier foreign key (authority_id) references identity.organisation (id)
);
call platform.protect('bids.own_copy');
revoke update, delete on bids.own_copy from goldthread_app;

-- A document of the profile; its file is a row of bids.file that belongs to no bid.
create table bids.document (
  authority_id uuid not null,
  file_id uuid not null,
  kind text not null,
  title text not null,
  -- The last day on which it holds; null for one that does not end.
  expires_on date,
  constraint pk_document primary key (authority_id, file_id),
  constraint fk_document_file foreign key (authority_id, file_id) references bids.file (authority_id, id) on delete cascade,
  constraint ck_document_kind check (kind in ('insurance', 'policy', 'accounts', 'certificate', 'other')),
  constraint ck_document_title check (length(title) between 1 and 120)
);
call platform.protect('bids.document');
