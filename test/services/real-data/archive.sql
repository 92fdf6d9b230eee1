-- An archive: large objects, bytea, a thousand tables. `:scale` is about megabytes.
create table documents (id bigint primary key, title text not null, content bytea not null, object oid, signature bytea);
insert into documents
select n, E'Dokument "' || n || E'"\n', decode(repeat(md5(n::text) || md5((n + 7)::text), 200), 'hex'),
  lo_from_bytea(0, decode(repeat(md5(n::text), 40 + n % 60), 'hex')), case n % 3 when 0 then null when 1 then '' else '\x00ff00'::bytea end
from generate_series(1, 20 + 60 * :scale) n;
-- Larger than a piece of its fingerprint, and with a hole in it.
select lo_from_bytea(4200001, decode(repeat('00ff17', 700000), 'hex'));
select lo_put(lo_from_bytea(4200002, '\x01'), 3000000, '\xff');
select lo_create(4200003);
do $$
begin
  for n in 1..1000 loop
    execute format('create table %I (id int primary key, value text, at timestamptz default ''2024-01-01Z'')', 'table ' || lpad(n::text, 4, '0'));
    execute format('insert into %I select g, md5(g::text) from generate_series(1, %s) g', 'table ' || lpad(n::text, 4, '0'), n % 20);
  end loop;
end $$;
create table measurements (sensor int, at timestamptz, value double precision, primary key (sensor, at));
insert into measurements select n % 50, '2024-01-01Z'::timestamptz + n * interval '7 seconds', sin(n) from generate_series(1, 1000 + 3000 * :scale) n;
