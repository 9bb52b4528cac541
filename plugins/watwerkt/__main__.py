"""Runs the command line as ``python -m watwerkt``."""

from watwerkt.cli import main

if __name__ == "__main__":
    main(prog_name="watwerkt")
