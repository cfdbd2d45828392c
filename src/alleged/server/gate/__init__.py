"""Who may talk to the server, and how: checked in this order before any screen is asked.

`hosts` (is it addressed as itself), `headers` (what a browser may do with the answer), `writes` (does a
change come from our own pages), `sessions` (is somebody signed in).
"""
