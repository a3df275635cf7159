-- A payment file is a quarter of a million rows. PostgreSQL checks a foreign key row by row, which took more than half
-- of an import's time; payments have one way in (spend/store/staging.ts), which checks them as a set (ADR 8).
alter table spend.payment drop constraint fk_payment_import;
alter table spend.payment drop constraint fk_payment_payee;

-- Without those keys, the payee's key may lead with the authority like every other.
alter table spend.payee drop constraint uq_payee_key;
alter table spend.payee add constraint uq_payee_key unique (authority_id, payee_key);

-- A planner that has not seen a file's rows yet takes them for a handful and sorts a million payments to show fifty.
-- The application owns no table and may not gather statistics; this function is all it may.
create function spend.gather_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze spend.payment, spend.summary, spend.payee;
end $$;
revoke execute on function spend.gather_statistics from public;
grant execute on function spend.gather_statistics to goldthread_app;
