-- What came under a request id, so that other rows under the same id are refused.
alter table import_run add column rows_hash text not null default '';
