"""Reviewed text to database: read, check, compile, prove."""
