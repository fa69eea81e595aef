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

create table partner (
    partner text not null, name text not null, tier bigint not null,
    revision bigint not null, import_id uuid not null,
    primary key (partner, revision)
);
create table site (
    site text not null, name text not null, partner text not null,
    revision bigint not null, import_id uuid not null,
    primary key (site, revision)
);
create table supply_relation (
    part text not null, customer text not null, customer_site text not null, supplier text not null,
    share double precision not null, lead_time_weeks bigint not null, pack bigint not null,
    firm_weeks bigint not null, production_weeks bigint not null, material_weeks bigint not null,
    answer_days bigint not null,
    revision bigint not null, import_id uuid not null,
    primary key (part, customer, customer_site, supplier, revision)
);
create table bom_link (
    parent text not null, child text not null,
    quantity bigint not null, unit text not null,
    revision bigint not null, import_id uuid not null,
    primary key (parent, child, revision)
);

create view partner_now as select distinct on (partner) * from partner order by partner, revision desc;
create view site_now as select distinct on (site) * from site order by site, revision desc;
create view supply_relation_now as
    select distinct on (part, customer, customer_site, supplier) *
    from supply_relation order by part, customer, customer_site, supplier, revision desc;
create view bom_link_now as
    select distinct on (parent, child) * from bom_link order by parent, child, revision desc;

create table publication (
    id uuid primary key,
    number int not null,
    supplier text not null,
    version_id uuid not null,
    predecessor_id uuid references publication,
    first_week date not null,
    weeks int not null,
    lines int not null,
    created_at timestamptz not null,
    answer_by date not null,
    levels double precision[] not null,
    scenarios int not null,
    unique (supplier, number),
    unique (supplier, version_id)
);
create table publication_acknowledgement (
    publication_id uuid primary key references publication,
    acknowledged_at timestamptz not null,
    acknowledged_by text not null
);
create table publication_line (
    publication_id uuid not null references publication, ordinal int not null,
    id uuid not null unique,
    part text not null, supplier text not null, customer text not null, customer_site text not null,
    category text not null, unit text not null,
    demand bigint[] not null, quantiles bigint[] not null,
    firm_weeks int not null, production_weeks int not null, material_weeks int not null,
    lead_time_weeks int not null, pack bigint not null,
    pegs text[] not null,
    primary key (publication_id, ordinal)
);
create index publication_line_part on publication_line (part);

-- How far this service has followed another one's feed; written with the effect.
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
