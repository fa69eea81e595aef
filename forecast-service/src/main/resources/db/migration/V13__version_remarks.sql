-- What the readers of a version must know: where it answers from, who is left out, who was not heard of.
alter table forecast_version add column remarks text[] not null default '{}';
