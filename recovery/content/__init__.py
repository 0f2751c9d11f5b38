"""The shipped document, as data."""
