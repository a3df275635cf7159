-- Photos of verified deliveries that somebody has looked at, described and approved for the public. They are shown with
-- the approved story of their delivery and are not in the log of releases: whoever is in a picture may change their mind,
-- and what is in the log stays.
create table publishing.photo (
  authority_id uuid not null constraint fk_photo_authority references identity.organisation (id),
  evidence_id uuid not null,
  delivery_id uuid not null,
  is_approved boolean not null,
  -- What it shows, for people who do not see it.
  alternative text not null constraint ck_photo_alternative check (length(alternative) <= 300),
  -- The bytes that were looked at, cleaned once more; nothing else is ever sent.
  file_hash text,
  content_type text constraint ck_photo_type check (content_type in ('image/jpeg', 'image/png')),
  bytes integer,
  width integer constraint ck_photo_width check (width > 0),
  height integer constraint ck_photo_height check (height > 0),
  decided_by text not null,
  decided_at timestamptz not null,
  constraint pk_photo primary key (authority_id, evidence_id),
  constraint ck_photo_whole check (not is_approved or (length(alternative) > 0 and file_hash is not null
    and content_type is not null and bytes is not null and width is not null and height is not null))
);
create index photo_of_delivery on publishing.photo (authority_id, delivery_id);
call platform.protect('publishing.photo');
create policy everybody_sees on publishing.photo for select using (is_approved);
create index outcome_by_id on publishing.outcome (authority_id, id);
