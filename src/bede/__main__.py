"""`python -m bede`: the command, where its script is not on the path."""

from bede.cli import main

main()
