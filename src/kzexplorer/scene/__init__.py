"""The timeline as numbers: records, a span of days and a width go in, shapes in pixels come out."""
