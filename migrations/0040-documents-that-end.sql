-- Letters to a supplier before the last day of one of its documents, each once.
--
-- The marks that are passed stand here. A document that is taken away takes its marks along.

create table bids.document_reminder (
  authority_id uuid not null,
  file_id uuid not null,
  mark text not null,
  sent_at timestamptz not null,
  constraint pk_document_reminder primary key (authority_id, file_id, mark),
  constraint fk_document_reminder_document foreign key (authority_id, file_id)
    references bids.document (authority_id, file_id) on delete cascade,
  constraint ck_document_reminder_mark check (mark in ('60-days', '14-days'))
);
call platform.protect('bids.document_reminder');
create index document_that_ends on bids.document (expires_on) where expires_on is not null;

-- Which suppliers have a document that ends in these days: for the reminders alone, which look at each as that supplier.
create function bids.suppliers_with_ends(from_day date, until_day date)
  returns table (supplier_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct d.authority_id from bids.document d
    where d.expires_on between from_day and until_day order by 1
  $$;
revoke execute on function bids.suppliers_with_ends from public;
grant execute on function bids.suppliers_with_ends to goldthread_app;
