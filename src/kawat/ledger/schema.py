"""The tables of a ledger, and the triggers that keep them append-only; one schema for SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

VERSION = "1"
metadata = MetaData()


def _key() -> Column[int]:
    """Grows in the order of coming; SQLite counts only in its own INTEGER."""
    return Column("key", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)


def _of_article() -> Column[int]:
    return Column("article", BigInteger, ForeignKey("articles.key"), nullable=False)


def _grown(name: str, *columns: Column[int] | Column[str] | Column[bytes] | UniqueConstraint | Index) -> Table:
    """SQLite never gives a key twice, not even one whose article was forgotten."""
    return Table(name, metadata, _key(), *columns, sqlite_autoincrement=True)


meta = Table("meta", metadata, Column("name", String(64), primary_key=True), Column("value", Text, nullable=False))
articles = _grown(
    "articles", Column("id", Text, nullable=False, unique=True), Column("page_id", Text, nullable=False), Column("url", Text, index=True),
    Column("version_of", Text), Column("path", Text, nullable=False), Column("sha256", String(64), nullable=False),
    Column("text_sha256", String(64), nullable=False), Column("text", Text, nullable=False), Column("at", String(32), nullable=False),
    Index("articles_page", "page_id"))
records = _grown(
    "records", _of_article(), Column("name", String(32), nullable=False), Column("record", Text, nullable=False),
    Column("revision", Integer, nullable=False), Column("place", Integer, nullable=False), Column("payload", Text),
    Column("digest", String(32), nullable=False), Column("fingerprint", String(64), nullable=False),
    UniqueConstraint("article", "name", "record", "revision"), Index("records_record", "record"))
codings = _grown(
    "codings", Column("article", BigInteger, ForeignKey("articles.key"), nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False), Column("seal", String(32), nullable=False), Column("at", String(32), nullable=False))
revisions = _grown(
    "revisions", Column("article", BigInteger, ForeignKey("articles.key"), nullable=False, index=True),
    Column("name", String(32), nullable=False), Column("record", Text, nullable=False), Column("before", BigInteger),
    Column("after", BigInteger, nullable=False), Column("who", Text, nullable=False), Column("what", String(16), nullable=False),
    Column("why", Text, nullable=False), Column("at", String(32), nullable=False))
parses = _grown("parses", Column("article", BigInteger, ForeignKey("articles.key"), nullable=False, index=True),
                Column("parse", LargeBinary, nullable=False), Column("digest", String(32), nullable=False))
tombstones = _grown(
    "tombstones", Column("article", BigInteger, nullable=False, unique=True), Column("id", Text, nullable=False),
    Column("page_id", Text, nullable=False), Column("text_sha256", String(64), nullable=False, index=True),
    Column("who", Text, nullable=False), Column("reason", Text, nullable=False), Column("at", String(32), nullable=False))

OF_ARTICLES = (revisions, records, codings, parses)  # in the order in which an article's rows may go
REFUSAL = "a ledger is append-only"


def create(connection: Connection) -> None:
    """Lay down tables and triggers in an empty database."""
    metadata.create_all(connection)
    for statement in triggers(connection.dialect.name):
        connection.execute(text(statement))
    connection.execute(meta.insert().values(name="schema", value=VERSION))


def triggers(dialect: str) -> list[str]:
    """The statements that refuse every UPDATE, and every DELETE but of an article with a tombstone."""
    if dialect == "sqlite":
        return [_sqlite_trigger(table.name, change) for table in metadata.sorted_tables for change in ("UPDATE", "DELETE")]
    return [statement for table in metadata.sorted_tables for statement in _postgresql_triggers(table.name)]


def _forgotten(table: str) -> str:
    """The condition under which a row may go."""
    if table in ("meta", "tombstones"):
        return "1 = 0"
    return f"EXISTS (SELECT 1 FROM tombstones t WHERE t.article = OLD.{'key' if table == 'articles' else 'article'})"


def _sqlite_trigger(table: str, change: str) -> str:
    when = f" WHEN NOT {_forgotten(table)}" if change == "DELETE" else ""
    return (f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}{when} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END")


def _postgresql_triggers(table: str) -> list[str]:
    function = (f"CREATE FUNCTION {table}_append_only() RETURNS trigger AS $$ BEGIN "
                f"IF TG_OP = 'DELETE' THEN IF {_forgotten(table)} THEN RETURN OLD; END IF; END IF; "
                f"RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql")
    return [function, f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                      f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"]
