-- Load factors may be finer than a thousandth: exact decimals as text, empty for none (-1 before).
alter table capacity_group add column link_loads text[] not null default '{}';
update capacity_group set link_loads = (
    select coalesce(array_agg(case when f < 0 then '' else trim_scale(f / 1000.0)::text end order by place), '{}')
    from unnest(link_factors) with ordinality as u(f, place));
alter table capacity_group drop column link_factors;

-- What should have been delivered before the first week; it loads the first week.
alter table asked_line add column immediate bigint not null default 0;
