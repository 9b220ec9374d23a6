"""What the builder and the reader of a database must agree on."""

APPLICATION_ID = 0x4B5A5350  # "KZSP"
SCHEMA_VERSION = 2
