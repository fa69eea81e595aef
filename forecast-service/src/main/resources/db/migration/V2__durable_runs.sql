-- Since when a fact has been known. Who appends holds the shared lock '<schema>.facts' until the commit, who takes a
-- moment waits for all of them: every fact known by a moment is visible from then on, and none is added to it later.
alter table site add column known_since timestamptz not null default now();
alter table part add column known_since timestamptz not null default now();
alter table vehicle_line add column known_since timestamptz not null default now();
alter table usage_link add column known_since timestamptz not null default now();
alter table planned_volume add column known_since timestamptz not null default now();
alter table built_volume add column known_since timestamptz not null default now();
alter table demand add column known_since timestamptz not null default now();
alter table site alter column known_since set default clock_timestamp();
alter table part alter column known_since set default clock_timestamp();
alter table vehicle_line alter column known_since set default clock_timestamp();
alter table usage_link alter column known_since set default clock_timestamp();
alter table planned_volume alter column known_since set default clock_timestamp();
alter table built_volume alter column known_since set default clock_timestamp();
alter table demand alter column known_since set default clock_timestamp();

alter table training_run
    add column kind text not null default 'TRAIN',
    add column subject_id uuid references training_run,
    add column model_number int unique,
    add column business_date date not null default current_date,
    add column known_at timestamptz not null default now(),
    add column build text not null default '',
    add column candidates text not null default '',
    add column worker uuid,
    add column step text not null default '',
    add column done bigint not null default 0,
    add column total bigint not null default 0,
    add column ordinal bigint generated always as identity;
update training_run r set model_number = n.number from (
    select id, row_number() over (order by created_at, id) as number from training_run where state = 'SUCCEEDED') n
    where n.id = r.id;
update training_run r set business_date = v.business_date from forecast_version v where v.run_id = r.id;

-- The series of a run. A shard is a range of ordinals of one calendar.
create table training_series (
    run_id uuid not null references training_run, calendar text not null, ordinal int not null,
    part text not null, site text not null,
    primary key (run_id, calendar, ordinal)
);
insert into training_series (run_id, calendar, ordinal, part, site)
    select run_id, calendar, ordinal, part, site from trained_model;

-- What a stage found out about one shard; a shard with a row here is not worked on again.
create table training_shard (
    run_id uuid not null references training_run, calendar text not null, stage text not null, shard int not null,
    result bytea not null, finished_at timestamptz not null,
    primary key (run_id, calendar, stage, shard)
);
alter table trained_model drop constraint trained_model_pkey;
alter table trained_model add primary key (run_id, calendar, ordinal);

create table model_promotion (
    ordinal int primary key,
    run_id uuid not null references training_run,
    rollback boolean not null,
    promoted_at timestamptz not null,
    promoted_by text not null,
    reason text not null
);
insert into model_promotion
    select 1, id, false, created_at, started_by, 'The first model.' from training_run where model_number = 1;
alter table trained_model add column segment text not null default '';

-- The regression of a run's own origin is the result of stage REGRESSION, shard 0.
insert into training_shard (run_id, calendar, stage, shard, result, finished_at)
    select run_id, calendar, 'REGRESSION', 0, artifact, now() from regression_model;
drop table regression_model;
