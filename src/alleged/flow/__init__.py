"""The order of the stages, in one place: open, read, extract, link, append."""
