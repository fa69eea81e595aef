-- The sum of `count` values after the first `skipped`; null unless all of them are there.
create function sum_of_buckets(amounts double precision[], skipped int, count int) returns double precision
    language sql immutable parallel safe cost 1000
    return case when skipped >= 0 and skipped + count <= cardinality(amounts)
        then (select sum(amount) from unnest(amounts[skipped + 1:skipped + count]) amount) end;
