-- What sharing asked of suppliers, copied from its feed.
create table asked_publication (
    id uuid primary key,
    supplier text not null,
    number int not null,
    first_week date not null,
    answer_by date not null,
    levels double precision[] not null,
    unique (supplier, number)
);
create table asked_line (
    id uuid primary key,
    publication_id uuid not null references asked_publication,
    part text not null, supplier text not null, customer_site text not null, category text not null, unit text not null,
    demand bigint[] not null, quantiles bigint[] not null
);
create index asked_line_publication on asked_line (publication_id);

-- A declaration is a new revision; the newest one counts.
create table capacity_group (
    id uuid not null, revision int not null,
    request_id uuid not null unique,
    supplier text not null, name text not null, unit text not null,
    link_parts text[] not null, link_sites text[] not null, link_categories text[] not null, link_factors bigint[] not null,
    weeks date[] not null, actual bigint[] not null, maximum bigint[] not null, agreed bigint[] not null,
    declared_at timestamptz not null, declared_by text not null,
    primary key (id, revision)
);

-- An answer is a new revision; the newest one per line and week counts.
create table commitment (
    line_id uuid not null references asked_line, week date not null, revision int not null,
    supplier text not null, part text not null,
    committed bigint not null, reason text not null, comment text not null,
    answered_at timestamptz not null, answered_by text not null,
    primary key (line_id, week, revision)
);
create index commitment_supplier on commitment (supplier);
create table submission (
    request_id uuid primary key,
    supplier text not null,
    response bytea not null
);

create table alert (
    id uuid primary key,
    gap_key text not null, kind text not null, supplier text not null, subject text not null,
    parts varchar[] not null, weeks date[] not null,
    unit text not null, gap bigint not null, demand bigint not null,
    critical boolean not null, probability double precision not null,
    opened_at timestamptz not null,
    acknowledged_at timestamptz, acknowledged_by text,
    resolved_at timestamptz
);
-- The same gap alerts once.
create unique index alert_once on alert (gap_key) where resolved_at is null;

create table consumer_offset (
    feed text primary key,
    sequence bigint not null
);
create table feed_event (
    sequence bigint primary key,
    kind text not null,
    subject uuid not null,
    partner text,
    recorded_at timestamptz not null
);
