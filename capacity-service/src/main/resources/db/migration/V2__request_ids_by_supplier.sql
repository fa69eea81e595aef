-- A request id is the sender's own; two suppliers may choose the same.
alter table submission drop constraint submission_pkey, add primary key (supplier, request_id);
alter table capacity_group drop constraint capacity_group_request_id_key, add unique (supplier, request_id);
