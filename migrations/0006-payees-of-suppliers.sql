-- Whom a payee is: what matching found, kept beside the payee so that analysis reads one table.

alter table spend.payee
  -- The supplier as org-id.guide writes it (`GB-COH-01234567`), one key under every organisation; where no register
  -- knows the payee, `name:` and the payees' common key. Payees with one key are one supplier.
  add column supplier_key text,
  add column supplier_name text,
  add column supplier_kind text,
  add column supplier_size text,
  -- The section of the Standard Industrial Classification 2007, `A` to `U`.
  add column sector text,
  add column match_state text not null default 'unmatched' constraint ck_payee_match_state check (match_state in
    ('unmatched', 'number', 'name', 'decided', 'doubtful', 'unknown', 'individual')),
  add column match_probability real,
  -- The candidates, each with the evidence for and against it, as the matcher explained them.
  add column match_evidence jsonb;
create index payee_by_supplier on spend.payee (authority_id, supplier_key);
create index payee_doubtful on spend.payee (authority_id) where match_state = 'doubtful';
