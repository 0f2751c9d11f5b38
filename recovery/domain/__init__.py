"""The rules. Pure: standard library only; no Flask, no database, no environment and no clock."""
