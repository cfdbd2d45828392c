"""Web pages over a ledger, on one's own machine: the same views as the command line, to read and to decide.

`app` puts it together, `gate` lets nobody else in, `desk` is what a screen works with, `screens` lists them.
"""
