"""Signing in where several people use one server: with passwords, or with a server that knows them."""
