"""Explore Kazakhstan's space cooperation offline: partners, agreements, satellites, launches and their sources."""

__version__ = "0.1.0"
