-- Values that are not what was demanded, beside the facts and never over them, and what was decided about them.
create table correction (
    id bigint generated always as identity primary key,
    part text not null, site text not null, calendar text not null, bucket date not null,
    method text not null, original bigint not null, corrected bigint not null, reason text not null,
    found_at timestamptz not null default clock_timestamp(),
    unique (part, site, calendar, bucket, method, original, corrected)
);
-- The last one counts; without one a correction is proposed.
create table correction_decision (
    number bigint generated always as identity primary key,
    correction_id bigint not null references correction,
    standing text not null, decided_by text not null, note text not null default '',
    known_since timestamptz not null default clock_timestamp()
);
create index correction_decision_of on correction_decision (correction_id, number);
create view correction_now as
    select c.*, coalesce(d.standing, 'PROPOSED') as standing,
        coalesce(d.decided_by, '') as decided_by, d.known_since as decided_at, coalesce(d.note, '') as note
    from correction c
    left join lateral (
        select * from correction_decision d where d.correction_id = c.id order by d.number desc limit 1) d on true;

-- Corrections that a series was forecast from.
alter table forecast_series add column corrections bigint[] not null default '{}';
