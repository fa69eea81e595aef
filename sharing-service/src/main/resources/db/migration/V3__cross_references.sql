-- Other codes of parts, sites and partners. A row that means nothing ends what was said before.
create table cross_reference (
    kind text not null, code text not null, means text not null,
    revision bigint not null, import_id uuid not null, known_since timestamptz not null default clock_timestamp(),
    primary key (kind, code, revision)
);
create view cross_reference_now as
    select distinct on (kind, code) * from cross_reference order by kind, code, revision desc;
create table cross_reference_rejection (
    kind text not null, code text not null, means text not null,
    rejected_by text not null, rejected_at timestamptz not null default clock_timestamp(),
    primary key (kind, code, means)
);
-- Differences in spelling that need not be asked about; the last entry says whether the rule holds.
create table cross_reference_rule (
    number bigint generated always as identity primary key,
    kind text not null, difference text not null, holds boolean not null,
    decided_by text not null, decided_at timestamptz not null default clock_timestamp()
);
