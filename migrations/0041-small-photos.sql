-- A small WebP beside each approved photo, so that a public page with pictures is quick on a poor line. Photos that were
-- approved before have none: they are shown as they are.
alter table publishing.photo
  add column small_hash text,
  add column small_bytes integer,
  add column small_width integer constraint ck_photo_small_width check (small_width > 0),
  add column small_height integer constraint ck_photo_small_height check (small_height > 0),
  add constraint ck_photo_small check (
    num_nulls(small_hash, small_bytes, small_width, small_height) in (0, 4));
