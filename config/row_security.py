"""Row-level security: a second wall inside the database, for when a view forgets its filter.

Whoever shall be held behind it works under a database role of its own: `under_role` switches to it for one
transaction and no longer, so that a pool, here or in a PgBouncer, never hands a switched connection on. The role owns
nothing and logs in nowhere; each table says which of its rows it meets (`Access`). The connecting role owns the tables
and is not held: the admin, commands and migrations work as ever.

`build` brings the database to what is declared, `faults` says what differs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, ProgrammingError, transaction
from django.db import connection as default_connection
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq, sql

READ = ("SELECT",)
KEEP = ("SELECT", "INSERT", "UPDATE")
KEEP_AND_REMOVE = (*KEEP, "DELETE")
# A row can only be locked by whom may update a column of it: the key, which the checks then hold in place.
READ_AND_LOCK = ("SELECT", "UPDATE (id)")


@dataclass(frozen=True)
class Access:
    """What the role may do with the rows of one table.

    `rows` is SQL: the rows that exist for the role. `changes` says which of them it may write, where that is fewer.
    `grants` are the privileges, a list of columns behind one where it is limited to them.
    """

    rows: str
    grants: tuple[str, ...] = READ
    changes: str = ""

    @property
    def commands(self) -> tuple[str, ...]:
        """SELECT, INSERT, UPDATE, DELETE, as far as granted."""
        return tuple(grant.partition(" ")[0] for grant in self.grants)

    @property
    def limited(self) -> bool:
        """Whether rows are told apart at all; a table whose rows all may read needs no policy."""
        return self.rows != "true" or self.grants != READ

    def condition(self, command: str) -> str:
        """USING and WITH CHECK of a command's policy."""
        rows = self.rows if command == "SELECT" else self.changes or self.rows
        return {
            "SELECT": f"USING ({rows})",
            "INSERT": f"WITH CHECK ({rows})",
            "UPDATE": f"USING ({rows}) WITH CHECK ({rows})",
            "DELETE": f"USING ({rows})",
        }[command]


@dataclass(frozen=True)
class Function:
    """A question that a condition asks and the role could not answer from the rows it meets: it runs as the owner.

    `query` is SQL with one value; it may use the arguments by name and the settings of the transaction.
    """

    arguments: str
    returns: str
    query: str

    def create(self, name: str, schema: sql.Composable) -> sql.Composable:
        """The statement that makes it, or makes it anew."""
        return sql.SQL(
            "CREATE OR REPLACE FUNCTION {} ({}) RETURNS {} LANGUAGE sql STABLE SECURITY DEFINER COST 1000"
            " SET search_path = {}, pg_temp AS {}"
        ).format(
            sql.Identifier(name),
            sql.SQL(self.arguments),
            sql.SQL(self.returns),
            schema,
            sql.Literal(self.query),
        )

    @property
    def digest(self) -> str:
        """Of all it says; kept with it as its comment."""
        return hashlib.sha256(f"{self.arguments} {self.returns} {self.query}".encode()).hexdigest()[:16]


class NoRole(ImproperlyConfigured):
    """The connecting role may not make the role; the text says what somebody who may has to run, once."""


def role_name(connection: BaseDatabaseWrapper = default_connection) -> str:
    """The role's name; roles belong to a whole server, so each database has one of its own."""
    return str(settings.ROW_SECURITY_ROLE or f"{connection.settings_dict['NAME']}_cooperatives")[:63]


@contextmanager
def under_role(
    values: Mapping[str, str], connection: BaseDatabaseWrapper = default_connection
) -> Iterator[Callable[[], None]]:
    """One transaction under the role, with `values` as settings that the conditions read; all of it ends with it.

    Gives what to call so that nothing of it is kept. Inside another transaction (as tests are) it takes part in that
    one, and puts role and settings back.
    """

    is_taken_back = False

    def take_back() -> None:
        nonlocal is_taken_back
        is_taken_back = True
        if not is_inner:
            transaction.set_rollback(True, using=connection.alias)

    with transaction.atomic(using=connection.alias, savepoint=False):
        is_inner = len(connection.atomic_blocks) > 1
        _set_local(connection, {**values, "role": role_name(connection)})
        try:
            yield take_back
            if not is_taken_back and (connection.needs_rollback or _has_failed(connection)):
                raise transaction.TransactionManagementError("A statement failed outside an atomic block of its own.")
        finally:
            if is_inner and not _has_failed(connection):
                _set_local(connection, {**dict.fromkeys(values, ""), "role": "none"})


def _has_failed(connection: BaseDatabaseWrapper) -> bool:
    """Whether the transaction keeps nothing more: a commit would quietly take everything back."""
    return connection.connection is None or bool(
        connection.connection.info.transaction_status != pq.TransactionStatus.INTRANS
    )


def _set_local(connection: BaseDatabaseWrapper, values: Mapping[str, str]) -> None:
    """All settings in one question. Not through Django's cursor: it is no query of the page."""
    settings = sql.SQL(", ").join(
        sql.SQL("set_config({}, {}, true)").format(sql.Literal(name), sql.Literal(value))
        for name, value in values.items()
    )
    with connection.wrap_database_errors:
        connection.connection.execute(sql.SQL("SELECT {}").format(settings))


# Building -----------------------------------------------------------------------------------------------------------


def build(
    tables: Mapping[str, Access | None],
    functions: Mapping[str, Function],
    connection: BaseDatabaseWrapper = default_connection,
) -> int:
    """Bring role, privileges, policies and trigger functions to what is declared; None hides a table.

    Says how many tables and functions changed, and touches no other, so that it can run while the site is in use.
    Refused, as NoRole, with the statements for whoever may make the role.
    """
    role = role_name(connection)
    with transaction.atomic(using=connection.alias):
        _make_role(connection, role)
        changed = _build_functions(connection, functions)
        found = _policies(connection)
        present = set(connection.introspection.table_names())
        for table in sorted(set(tables) & present):
            changed += _build_table(connection, role, table, tables[table], found.get(table, {}))
        return changed + _let_triggers_see_all(connection)


def _build_functions(connection: BaseDatabaseWrapper, functions: Mapping[str, Function]) -> int:
    known, schema = _functions(connection), _schema(connection)
    stale = {name: one for name, one in functions.items() if known.get(name) != one.digest}
    for name, one in stale.items():
        comment = sql.SQL("COMMENT ON FUNCTION {} IS {}").format(sql.Identifier(name), sql.Literal(one.digest))
        _run(connection, one.create(name, schema), comment)
    return len(stale)


def _functions(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The digests of the functions there are that run as the owner, by name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.proname, coalesce(obj_description(p.oid, 'pg_proc'), '') FROM pg_proc p"
            " WHERE p.prosecdef AND p.pronamespace = current_schema()::regnamespace"
            " AND p.prorettype <> 'trigger'::regtype"
        )
        return dict(cursor.fetchall())


def _make_role(connection: BaseDatabaseWrapper, role: str) -> None:
    """The role exists, and the connecting role may switch to it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [role])
        user, exists = cursor.fetchone()
    name = sql.Identifier(role)
    make = [] if exists else [sql.SQL("CREATE ROLE {} NOLOGIN").format(name)]
    if not exists or not _may_switch(connection, role):
        make.append(sql.SQL("GRANT {} TO {}").format(name, sql.Identifier(user)))
    try:
        with transaction.atomic(using=connection.alias):
            _run(connection, *make)
            _run(connection, sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(_schema(connection), name))
    except ProgrammingError as error:
        statements = " ".join(f"{statement.as_string(connection.connection)};" for statement in make)
        raise NoRole(
            f"The connecting role may not make the database role that holds co-op staff to their own rows ({error}). "
            f"Let somebody who may create roles run, once: {statements} Then run `manage.py migrate` again. "
            "ROW_SECURITY=no goes without this second wall."
        ) from error


def _may_switch(connection: BaseDatabaseWrapper, role: str) -> bool:
    try:
        with transaction.atomic(using=connection.alias):
            _set_local(connection, {"role": role})
            _set_local(connection, {"role": "none"})
    except DatabaseError:
        return False
    return True


def _policies(connection: BaseDatabaseWrapper) -> dict[str, dict[str, str]]:
    """By table, the policies there are and the digest of what each was made from; without row security, none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, p.polname, coalesce(obj_description(p.oid, 'pg_policy'), '') FROM pg_policy p"
            " JOIN pg_class c ON c.oid = p.polrelid"
            " WHERE c.relrowsecurity AND c.relnamespace = current_schema()::regnamespace"
        )
        found: dict[str, dict[str, str]] = {}
        for table, policy, digest in cursor.fetchall():
            found.setdefault(table, {})[policy] = digest
    return found


def _wanted(access: Access | None) -> dict[str, str]:
    """The policies of a table: their names, and the digest of what they say. For everybody, so that a dump needs no
    role; the owner is not held by them."""
    if access is None or not access.limited:
        return {}
    return {
        f"row_security_{command.lower()}": hashlib.sha256(access.condition(command).encode()).hexdigest()[:16]
        for command in access.commands
    }


def _build_table(
    connection: BaseDatabaseWrapper, role: str, table: str, access: Access | None, found: dict[str, str]
) -> int:
    name, grantee = sql.Identifier(table), sql.Identifier(role)
    if _granted(connection, role, table) != _grants(access):
        _run(connection, sql.SQL("REVOKE ALL ON {} FROM {}").format(name, grantee))
        for grant in access.grants if access else ():
            _run(connection, sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(grant), name, grantee))
    wanted = _wanted(access)
    if wanted == found:
        return 0
    for policy in found:
        _run(connection, sql.SQL("DROP POLICY {} ON {}").format(sql.Identifier(policy), name))
    _run(
        connection,
        sql.SQL("ALTER TABLE {} {} ROW LEVEL SECURITY").format(name, sql.SQL("ENABLE" if wanted else "DISABLE")),
    )
    for command in access.commands if access and wanted else ():
        policy = f"row_security_{command.lower()}"
        statement = sql.SQL("CREATE POLICY {} ON {} FOR {} TO PUBLIC {}").format(
            sql.Identifier(policy), name, sql.SQL(command), sql.SQL(access.condition(command) if access else "")
        )
        _run(connection, sql.SQL("DROP POLICY IF EXISTS {} ON {}").format(sql.Identifier(policy), name), statement)
        comment = sql.SQL("COMMENT ON POLICY {} ON {} IS {}")
        _run(connection, comment.format(sql.Identifier(policy), name, sql.Literal(wanted[policy])))
    return 1


def _grants(access: Access | None) -> set[str]:
    """The grants as `_granted` reads them: one for each privilege, one for each column where it is limited."""
    found = set()
    for grant in access.grants if access else ():
        privilege, _, columns = grant.partition(" ")
        found |= {f"{privilege} {one.strip()}" for one in columns.strip("()").split(",")} if columns else {privilege}
    return found


def _granted(connection: BaseDatabaseWrapper, role: str, table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.privilege_type FROM pg_class c, aclexplode(c.relacl) a"
            " WHERE c.oid = %(table)s::regclass AND a.grantee = %(role)s::regrole"
            " UNION SELECT a.privilege_type || ' ' || t.attname FROM pg_attribute t, aclexplode(t.attacl) a"
            " WHERE t.attrelid = %(table)s::regclass AND a.grantee = %(role)s::regrole",
            {"table": connection.ops.quote_name(table), "role": connection.ops.quote_name(role)},
        )
        return {privilege for (privilege,) in cursor.fetchall()}


_UNSEEING = """
    SELECT p.proname FROM pg_proc p
    WHERE p.prorettype = 'trigger'::regtype AND p.pronamespace = current_schema()::regnamespace
    AND p.proname LIKE 'pgtrigger\\_%%'
    AND (NOT p.prosecdef OR p.proconfig IS NULL OR has_function_privilege('public', p.oid, 'EXECUTE'))
    ORDER BY p.proname
"""


def _let_triggers_see_all(connection: BaseDatabaseWrapper) -> int:
    """Triggers keep rules, totals and the history whoever writes: they run as the owner, who sees every row.

    Otherwise a rule that looks at another row would find nothing there and let everything pass.
    """
    with connection.cursor() as cursor:
        cursor.execute(_UNSEEING)
        names = [sql.Identifier(name) for (name,) in cursor.fetchall()]
    schema = _schema(connection)
    for name in names:
        see = sql.SQL("ALTER FUNCTION {}() SECURITY DEFINER SET search_path = {}, pg_temp").format(name, schema)
        _run(connection, see, sql.SQL("REVOKE EXECUTE ON FUNCTION {}() FROM PUBLIC").format(name))
    return len(names)


def _schema(connection: BaseDatabaseWrapper) -> sql.Identifier:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return sql.Identifier(cursor.fetchone()[0])


def _run(connection: BaseDatabaseWrapper, *statements: sql.Composable) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


# Checking -----------------------------------------------------------------------------------------------------------


def faults(
    tables: Mapping[str, Access | None],
    functions: Mapping[str, Function],
    connection: BaseDatabaseWrapper = default_connection,
) -> list[str]:
    """What differs from the declared, one sentence each, empty when the wall stands; changes nothing."""
    role = role_name(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole FROM pg_roles WHERE rolname = %s", [role]
        )
        row = cursor.fetchone()
    if row is None:
        return [f"The database role {role} is missing: run `manage.py migrate`."]
    found = []
    if row[0]:
        found.append(f"The database role {role} can do more than it should: it may not log in or bypass row security.")
    if not _may_switch(connection, role):
        found.append(f"The connecting role may not switch to {role}: run `manage.py migrate`.")
    known, policies = _functions(connection), _policies(connection)
    for name, one in functions.items():
        if known.get(name) != one.digest:
            found.append(f"The function {name} differs from what is declared: run `manage.py migrate`.")
    for table in sorted(set(tables) & set(connection.introspection.table_names())):
        if policies.get(table, {}) != _wanted(tables[table]):
            found.append(f"The policies of {table} differ from what is declared: run `manage.py migrate`.")
        if _granted(connection, role, table) != _grants(tables[table]):
            found.append(f"The privileges of {role} on {table} differ from what is declared: run `manage.py migrate`.")
    return found + _faults_of_owner(connection)


def _faults_of_owner(connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_UNSEEING)
        functions = [name for (name,) in cursor.fetchall()]
        cursor.execute(
            "SELECT c.relname FROM pg_class c WHERE c.relrowsecurity"
            " AND c.relnamespace = current_schema()::regnamespace AND row_security_active(c.oid) ORDER BY 1"
        )
        held = [name for (name,) in cursor.fetchall()]
    found = []
    if functions:
        names = ", ".join(functions[:3])
        found.append(f"{len(functions)} triggers see only the rows of the person ({names} …): run `manage.py migrate`.")
    if held:
        found.append(
            f"The connecting role does not own {', '.join(held[:3])} …, so row security holds the admin and commands "
            "too: let one role own all tables, and connect as it."
        )
    return found
