-- Take rates may be finer than a thousandth.
drop view usage_now;
alter table usage_link alter column quantity type numeric(30, 12) using quantity / 1000.0;
create view usage_now as
    select distinct on (part, line, valid_from) * from usage_link order by part, line, valid_from, revision desc;
