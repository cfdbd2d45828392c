"""A report on a name or an incident: one file for people, with every quote and its place."""
