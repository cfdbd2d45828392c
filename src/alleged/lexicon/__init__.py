"""The rules as data: cues, hedges, denials, roles, acts and names, each entry with its own proof."""
