-- The database of a large installation: a schema for each service, and a role for each that can use this schema and no other.
--
--   psql -v secrets=FOLDER -f deploy/postgres/roles.sql          as a superuser, as often as one likes
--
-- FOLDER has a file with the password of each role: `deploy/make-secrets` makes it. `-v database=NAME` calls the database
-- otherwise than `moteplass`.
--
-- moteplass_operator   owns the schemas and makes the tables: `moteplass prepare`, `doctor`, `import`, `replay`, `account`
-- moteplass_SERVICE    reads and writes the rows of its schema, and can neither make nor drop a table
-- moteplass_backup     reads everything
\set ON_ERROR_STOP on
\if :{?database} \else \set database moteplass \endif

SELECT format('CREATE ROLE %I LOGIN', role)
FROM unnest(ARRAY['moteplass_portal', 'moteplass_registration', 'moteplass_conference', 'moteplass_webinar',
                  'moteplass_gathering', 'moteplass_mail', 'moteplass_operator', 'moteplass_backup']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) \gexec

-- What stands in a statement may be logged, so these are not.
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';
\set password `cat :'secrets'/postgres_portal`
ALTER ROLE moteplass_portal PASSWORD :'password' CONNECTION LIMIT 60;
\set password `cat :'secrets'/postgres_registration`
ALTER ROLE moteplass_registration PASSWORD :'password' CONNECTION LIMIT 60;
\set password `cat :'secrets'/postgres_conference`
ALTER ROLE moteplass_conference PASSWORD :'password' CONNECTION LIMIT 60;
\set password `cat :'secrets'/postgres_webinar`
ALTER ROLE moteplass_webinar PASSWORD :'password' CONNECTION LIMIT 60;
\set password `cat :'secrets'/postgres_gathering`
ALTER ROLE moteplass_gathering PASSWORD :'password' CONNECTION LIMIT 60;
\set password `cat :'secrets'/postgres_mail`
ALTER ROLE moteplass_mail PASSWORD :'password' CONNECTION LIMIT 60;
\set password `cat :'secrets'/postgres_operator`
ALTER ROLE moteplass_operator PASSWORD :'password' CONNECTION LIMIT 20;
\set password `cat :'secrets'/postgres_backup`
ALTER ROLE moteplass_backup PASSWORD :'password' CONNECTION LIMIT 4;
\unset password
RESET log_statement;
RESET log_min_duration_statement;
RESET log_min_error_statement;

SELECT format('CREATE DATABASE %I ENCODING ''UTF8'' TEMPLATE template0', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
\connect :"database"

-- Nobody comes in who is not named here, and nobody makes anything outside the schemas.
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- `prepare` makes the schemas if they are not there, and PostgreSQL asks for this right even if they are.
GRANT CONNECT, CREATE ON DATABASE :"database" TO moteplass_operator;
GRANT CONNECT ON DATABASE :"database" TO moteplass_backup;
GRANT pg_read_all_data TO moteplass_backup;

-- For each service: the schema, the way in, and rows of the tables that are there and that will be made.
SELECT format(statement, service, :'database')
FROM unnest(ARRAY['portal', 'registration', 'conference', 'webinar', 'gathering', 'mail']) AS service,
     unnest(ARRAY[
         'CREATE SCHEMA IF NOT EXISTS %1$I AUTHORIZATION moteplass_operator',
         'GRANT CONNECT ON DATABASE %2$I TO moteplass_%1$s',
         'GRANT USAGE ON SCHEMA %1$I TO moteplass_%1$s',
         'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$I TO moteplass_%1$s',
         'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %1$I TO moteplass_%1$s',
         'ALTER DEFAULT PRIVILEGES FOR ROLE moteplass_operator IN SCHEMA %1$I'
             ' GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO moteplass_%1$s',
         'ALTER DEFAULT PRIVILEGES FOR ROLE moteplass_operator IN SCHEMA %1$I'
             ' GRANT USAGE, SELECT ON SEQUENCES TO moteplass_%1$s'
     ]) WITH ORDINALITY AS statements (statement, place)
ORDER BY service, place \gexec
