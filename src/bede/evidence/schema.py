"""What tells a compiled reference from other databases (https://www.sqlite.org/fileformat.html)."""

APPLICATION_ID = 0x42454445  # "BEDE"
SCHEMA_VERSION = 2
"""Build products are rebuilt, never migrated; it grows with every change of `schema.sql`."""
