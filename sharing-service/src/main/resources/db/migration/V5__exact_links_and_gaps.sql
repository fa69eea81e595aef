-- Quantities per unit may be finer than a thousandth.
drop view bom_link_now;
alter table bom_link alter column quantity type numeric(30, 12) using quantity / 1000.0;
create view bom_link_now as
    select distinct on (parent, child) * from bom_link order by parent, child, revision desc;

-- What was due before week 0: still open, on what basis, and by week (the last one the week before week 0).
alter table publication_line
    add column immediate bigint not null default 0,
    add column immediate_basis text not null default 'NOTHING_ASKED_BEFORE',
    add column due_before date not null default '1970-01-05',
    add column due bigint[] not null default '{}';

-- What became of a released version: how much was published, and where the network did not carry it.
create table edition (
    version_id uuid primary key,
    published_at timestamptz not null,
    first_week date not null,
    publications int not null,
    lines int not null,
    unsupplied int not null,
    passed_through text[] not null
);
create table edition_gap (
    version_id uuid not null references edition, ordinal int not null,
    part text not null, customer text not null, customer_site text not null,
    unit text not null, thousandths bigint not null, below int not null,
    primary key (version_id, ordinal)
);
