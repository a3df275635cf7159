-- What suppliers were told of tenders that they bid for: each piece of news once.

create table bids.news_told (
  authority_id uuid not null,
  news_id uuid not null,
  told_at timestamptz not null,
  constraint pk_news_told primary key (authority_id, news_id),
  constraint fk_news_told_supplier foreign key (authority_id) references identity.organisation (id)
);
call platform.protect('bids.news_told');

-- Which suppliers have a bid for a tender, begun or handed in: for letters alone. Whoever acts for an organisation gets nobody,
-- so that an authority does not learn who bids before the opening.
create function bids.suppliers_of(of_tender uuid)
  returns table (supplier_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct b.authority_id from bids.bid b
    where b.tender_id = of_tender and platform.authority() is null order by 1
  $$;
revoke execute on function bids.suppliers_of from public;
grant execute on function bids.suppliers_of to goldthread_app;
