-- A request id that is used again for other answers is refused.
alter table submission add column content text not null default '';
alter table capacity_group add column content text not null default '';
