-- Who looks after an alert, until when, and what was said: as it stands now, and step by step.
alter table alert
    add column note text not null default '',
    add column owner text not null default '',
    add column due date;
create table alert_step (
    ordinal bigint generated always as identity primary key,
    alert_id uuid not null references alert,
    kind text not null, step_by text not null, at timestamptz not null,
    note text not null, owner text not null, due date
);
create index alert_step_of on alert_step (alert_id, ordinal);
