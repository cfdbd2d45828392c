"""Commands: one file a group; a command parses, calls one function, prints."""
