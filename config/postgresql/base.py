"""Django's PostgreSQL backend, able to start the embedded server and quick to replace dead connections."""

import os
from collections.abc import Iterable
from typing import Any

import psycopg
from django.db import connections
from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgreSQLClient
from django.db.backends.postgresql.features import DatabaseFeatures as PostgreSQLFeatures
from psycopg_pool import ConnectionPool

from config import database
from config.postgresql import server

_inherited: list[Any] = []  # what a forked child got from its parent: kept, so that nothing closes it


class DatabaseClient(PostgreSQLClient):
    """`dbshell`, which asks the settings for the server without opening a connection."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        if folder := database.embedded_folder(settings_dict):
            settings_dict = {**settings_dict, "HOST": server.ensure_running(folder).sockets}
        return super().settings_to_cmd_args_env(settings_dict, parameters)


class DatabaseFeatures(PostgreSQLFeatures):
    minimum_database_version = (15,)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that starts the embedded server first, and tells the user why there is none.

    The check of a connection taken from the pool is here instead of CONN_HEALTH_CHECKS, which waits 1, 2, 4 …
    seconds between the dead connections that a restarted server leaves in a pool: the first dead one found here
    has all of them replaced at once.
    """

    client_class = DatabaseClient
    features_class = DatabaseFeatures

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if folder := database.embedded_folder(self.settings_dict):
            params["host"] = server.ensure_running(folder).sockets
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Refused with one sentence, at once and not after the pool's time-out, when the server does not answer."""
        try:
            if self.pool is None:
                return super().get_new_connection(conn_params)
            if self.pool.closed:
                psycopg.connect(**conn_params).close()
            return self._from_pool(conn_params)
        except psycopg.OperationalError as error:
            raise database.unavailable(self.settings_dict, self._true_reason(conn_params, error)) from error

    def _from_pool(self, conn_params: dict[str, Any]) -> Any:
        for _ in range(self.settings_dict["OPTIONS"]["pool"]["max_size"]):
            connection = super().get_new_connection(conn_params)
            try:
                ConnectionPool.check_connection(connection)
            except psycopg.Error:
                connection._pool.putconn(connection)
                self.pool.check()
            else:
                return connection
        raise psycopg.OperationalError("every new connection breaks at once")

    def _true_reason(self, conn_params: dict[str, Any], error: Exception) -> Exception:
        """The pool only says that it waited; a connection of our own says why."""
        if self.pool is not None and not self.pool.closed:
            try:
                psycopg.connect(**conn_params).close()
            except psycopg.OperationalError as reason:
                return reason
        return error


def _leave_to_parent() -> None:
    """In a forked child: the parent's connections are the parent's, and the threads of its pools are not here."""
    pools: dict[str, ConnectionPool] = vars(base.DatabaseWrapper)["_connection_pools"]
    _inherited.extend(pools.values())
    pools.clear()
    for wrapper in connections.all(initialized_only=True):
        _inherited.append(wrapper.connection)
        wrapper.connection = None


os.register_at_fork(after_in_child=_leave_to_parent)
