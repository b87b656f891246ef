"""`python -m kaderxl`"""

from .cli import main

main(prog_name="kaderxl")
