-- Which part takes another one's place. A row without a predecessor ends what was said before.
create table succession (
    successor text not null, predecessor text not null, valid_from date not null,
    revision bigint not null, import_id uuid not null, known_since timestamptz not null default clock_timestamp(),
    primary key (successor, revision)
);
create view succession_now as select distinct on (successor) * from succession order by successor, revision desc;

-- Where a line's vehicles are built; empty where nobody said. A part that is yet to come has its demand there.
alter table vehicle_line add column site text not null default '';

-- What families, plants and everything together add up to in a version.
create table forecast_group (
    version_id uuid not null references forecast_version, ordinal int not null,
    level text not null, name text not null, calendar text not null, unit text not null, parts int not null,
    first_bucket date not null,
    mean double precision[] not null, quantiles double precision[] not null,
    model text not null, reason text not null,
    primary key (version_id, ordinal)
);
