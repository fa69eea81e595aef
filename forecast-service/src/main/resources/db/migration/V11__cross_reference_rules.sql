-- Differences in spelling that need not be asked about; the last entry says whether the rule holds.
create table cross_reference_rule (
    number bigint generated always as identity primary key,
    kind text not null, difference text not null, holds boolean not null,
    decided_by text not null, decided_at timestamptz not null default clock_timestamp()
);
