-- What was measured of feeds and sources, card by card; measures as JSON.
create table quality_card (
    assessed_at timestamptz not null, business_date date not null,
    scope text not null, name text not null, score double precision not null, measures text not null,
    primary key (scope, name, assessed_at)
);
-- Alarms that began and ended; the last entry says which it is.
create table quality_alarm (
    number bigint generated always as identity primary key,
    scope text not null, name text not null, cause text not null,
    rings boolean not null, words text not null, at timestamptz not null, level double precision not null default 0
);
create index quality_alarm_of on quality_alarm (scope, name, cause, number);
create view quality_alarm_now as
    select distinct on (scope, name, cause) * from quality_alarm order by scope, name, cause, number desc;
