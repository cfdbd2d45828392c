"""Processes of their own for what meets foreign bytes: limited in time and memory, cut off from the net.

What a child answers is taken for foreign, too: it comes back as plain values, and is checked before use.
"""
