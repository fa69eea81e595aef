-- What whole packs hold beyond the need at the end of each week; the last amount belongs to the last published week. The next
-- publication goes on from it, so that packs are not ordered again each week.
alter table publication_line add column surplus bigint[] not null default '{}';
