"""Bytes to text: one reader a media type, each keeping an exact map to the original."""
