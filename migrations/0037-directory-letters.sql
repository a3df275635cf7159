-- Whether whoever keeps an entry of the directory wants a letter when an opportunity fits it. It is theirs to say, at once and
-- without a moderator, and no part of what the public reads.
alter table suppliers.directory_entry add column hears_of_opportunities boolean not null default false;
