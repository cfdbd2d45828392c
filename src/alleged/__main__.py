"""`python -m alleged` is the `alleged` command."""

from alleged.cli.main import main

main()
