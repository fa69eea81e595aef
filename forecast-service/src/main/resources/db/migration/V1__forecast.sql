-- Facts are appended. The current fact of a key is the one with the highest revision.
create table import_run (
    id uuid primary key,
    request_id uuid not null unique,
    kind text not null,
    source text not null,
    imported_by text not null,
    finished_at timestamptz not null,
    report bytea not null
);

create table site (
    site text not null, name text not null,
    revision bigint not null, import_id uuid not null,
    primary key (site, revision)
);
create table part (
    part text not null, description text not null, unit text not null, family text not null, category text not null,
    revision bigint not null, import_id uuid not null,
    primary key (part, revision)
);
create table vehicle_line (
    line text not null, name text not null,
    revision bigint not null, import_id uuid not null,
    primary key (line, revision)
);
create table usage_link (
    part text not null, line text not null, valid_from date not null,
    valid_to date not null, quantity bigint not null,
    revision bigint not null, import_id uuid not null,
    primary key (part, line, valid_from, revision)
);
create table planned_volume (
    line text not null, calendar text not null, issued date not null, bucket date not null,
    quantity bigint not null,
    revision bigint not null, import_id uuid not null,
    primary key (line, calendar, issued, bucket, revision)
);
create table built_volume (
    line text not null, calendar text not null, bucket date not null,
    quantity bigint not null,
    revision bigint not null, import_id uuid not null,
    primary key (line, calendar, bucket, revision)
);
create table demand (
    part text not null, site text not null, calendar text not null, bucket date not null,
    quantity bigint not null,
    revision bigint not null, import_id uuid not null,
    primary key (part, site, calendar, bucket, revision)
);

create view site_now as select distinct on (site) * from site order by site, revision desc;
create view part_now as select distinct on (part) * from part order by part, revision desc;
create view vehicle_line_now as select distinct on (line) * from vehicle_line order by line, revision desc;
create view usage_now as
    select distinct on (part, line, valid_from) * from usage_link order by part, line, valid_from, revision desc;
create view planned_now as
    select distinct on (line, calendar, issued, bucket) *
    from planned_volume order by line, calendar, issued, bucket, revision desc;
create view built_now as
    select distinct on (line, calendar, bucket) * from built_volume order by line, calendar, bucket, revision desc;
create view demand_now as
    select distinct on (part, site, calendar, bucket) * from demand order by part, site, calendar, bucket, revision desc;

create table training_run (
    id uuid primary key,
    request_id uuid not null unique,
    state text not null,
    series int not null,
    snapshot_hash text not null,
    seed bigint not null,
    problem text not null,
    details text not null,
    started_by text not null,
    created_at timestamptz not null
);
-- At most one run is under way.
create unique index training_run_active on training_run ((true)) where state in ('QUEUED', 'RUNNING');

create table trained_model (
    run_id uuid not null references training_run, ordinal int not null,
    part text not null, site text not null, calendar text not null,
    model text not null, reason text not null, artifact bytea not null,
    primary key (run_id, ordinal)
);
create table regression_model (
    run_id uuid not null references training_run, calendar text not null, artifact bytea not null,
    primary key (run_id, calendar)
);

create table forecast_version (
    id uuid primary key,
    request_id uuid not null unique,
    number int not null unique,
    run_id uuid not null references training_run,
    business_date date not null,
    created_at timestamptz not null,
    created_by text not null,
    series int not null,
    snapshot_hash text not null,
    seed bigint not null
);
create table forecast_release (
    version_id uuid primary key references forecast_version,
    ordinal int not null unique,
    predecessor_id uuid unique references forecast_version,
    released_at timestamptz not null,
    released_by text not null
);
create table forecast_series (
    version_id uuid not null references forecast_version, ordinal int not null,
    part text not null, site text not null, calendar text not null, category text not null, unit text not null,
    first_bucket date not null,
    mean double precision[] not null, quantiles double precision[] not null,
    model text not null, reason text not null,
    schedule_demand double precision[] not null, explanation text not null,
    primary key (version_id, ordinal)
);
create index forecast_series_part on forecast_series (version_id, part);

create table feed_event (
    sequence bigint primary key,
    kind text not null,
    subject uuid not null,
    partner text,
    recorded_at timestamptz not null
);
