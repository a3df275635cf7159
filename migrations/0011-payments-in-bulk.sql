-- A payment file is a quarter of a million rows. PostgreSQL checks a foreign key row by row, which took more than half
-- of an import's time; payments have one way in (spend/store/staging.ts), which checks them as a set (ADR 8).
alter table spend.payment drop constraint fk_payment_import;
alter table spend.payment drop constraint fk_payment_payee;

-- Without those keys, the payee's key may lead with the authority like every other.
alter table spend.payee drop constraint uq_payee_key;
alter table spend.payee add constraint uq_payee_key unique (authority_id, payee_key);
