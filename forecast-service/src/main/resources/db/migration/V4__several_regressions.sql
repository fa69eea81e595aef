-- Stage REGRESSION keeps several models now: each is its name and its bytes, both with their length before them
-- (protobuf's delimited form). What is there becomes the one model "global-regression": a StringValue of 19 bytes, then
-- the length as a varint of four bytes, seven bits each, all but the last with the high bit set.
update training_shard
set result = '\x130a11'::bytea || convert_to('global-regression', 'UTF8')
    || set_byte(set_byte(set_byte(set_byte('\x00000000'::bytea,
        0, (length(result) & 127) | 128),
        1, ((length(result) >> 7) & 127) | 128),
        2, ((length(result) >> 14) & 127) | 128),
        3, (length(result) >> 21) & 127)
    || result
where stage = 'REGRESSION' and length(result) > 0;
