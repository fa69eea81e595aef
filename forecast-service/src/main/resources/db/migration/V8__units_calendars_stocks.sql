-- What an amount of another unit equals in the part's own, both in thousandths.
create table unit_conversion (
    part text not null, unit text not null, amount bigint not null, equals bigint not null,
    revision bigint not null, import_id uuid not null, known_since timestamptz not null default clock_timestamp(),
    primary key (part, unit, revision)
);
create view unit_conversion_now as
    select distinct on (part, unit) * from unit_conversion order by part, unit, revision desc;

-- On how many days of a week a plant works; weeks that are not named are weeks like any other.
create table plant_week (
    site text not null, week date not null, working_days bigint not null, what text not null,
    revision bigint not null, import_id uuid not null, known_since timestamptz not null default clock_timestamp(),
    primary key (site, week, revision)
);

-- What lay in stock at the end of a day, in thousandths of the part's unit.
create table stock (
    part text not null, site text not null, day date not null, quantity bigint not null,
    revision bigint not null, import_id uuid not null, known_since timestamptz not null default clock_timestamp(),
    primary key (part, site, day, revision)
);
