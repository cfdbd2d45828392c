"""The store: append and view, one file, one transaction a document."""
