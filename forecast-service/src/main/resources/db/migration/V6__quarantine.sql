-- Rows of imports that were kept out, as they were read (columns and cells as JSON), and what was decided about them.
create table quarantine_row (
    id bigint generated always as identity primary key,
    import_id uuid not null, kind text not null, source text not null, columns text not null, line bigint not null,
    cells text not null, content text not null, fault_column text not null, fault_value text not null,
    reason text not null, help text not null,
    quarantined_at timestamptz not null default clock_timestamp()
);
create index quarantine_row_content on quarantine_row (content);
create table quarantine_decision (
    row_id bigint primary key references quarantine_row,
    state text not null, cells text not null, decided_by text not null, note text not null,
    decided_at timestamptz not null default clock_timestamp()
);
alter table import_run add column content_hash text not null default '';
-- Why a row was still kept out when it was judged again.
create table quarantine_verdict (
    row_id bigint not null references quarantine_row, judged_at timestamptz not null default clock_timestamp(),
    fault_column text not null, fault_value text not null, reason text not null, help text not null,
    primary key (row_id, judged_at)
);
create view quarantine_now as
    select q.id, q.kind, q.source, q.import_id, q.line, q.columns, q.cells, q.quarantined_at,
        coalesce(v.fault_column, q.fault_column) as fault_column, coalesce(v.fault_value, q.fault_value) as fault_value,
        coalesce(v.reason, q.reason) as reason, coalesce(v.help, q.help) as help,
        coalesce(d.state, 'OPEN') as state, d.cells as judged_cells, d.decided_by, d.decided_at, d.note
    from quarantine_row q
    left join quarantine_decision d on d.row_id = q.id
    left join lateral (
        select * from quarantine_verdict v where v.row_id = q.id order by v.judged_at desc limit 1) v on true;
