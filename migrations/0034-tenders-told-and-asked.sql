-- Which news of a tender its readers have been told. Written with the letters in one transaction, so that a worker that is killed
-- after it has committed, and begins again, writes none of them twice.
create table tenders.told (
  authority_id uuid not null,
  -- Made with the change that is told of.
  news_id uuid not null,
  tender_id uuid not null,
  letters integer not null,
  constraint pk_told primary key (authority_id, news_id),
  constraint fk_told_tender foreign key (authority_id, tender_id) references tenders.tender (authority_id, id)
);
call platform.protect('tenders.told');
revoke update, delete on tenders.told from goldthread_app;

-- How a question reached the authority: through the site, or written down by an officer who was told it.
alter table tenders.enquiry
  add column came_by text not null default 'site',
  add constraint ck_enquiry_came_by check (came_by in ('site', 'telephone', 'in-person', 'letter'));
