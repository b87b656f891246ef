"""The process: `kaderxl` and `python -m kaderxl`."""

import _thread
import sys


def main() -> None:
    """Run the command line; Ctrl-C is 130, also while it is still being loaded."""
    usual = sys.unraisablehook

    def pass_on(lost: "sys.UnraisableHookArgs") -> None:
        """A Ctrl-C that came where Python can only throw it away comes again."""
        if isinstance(lost.exc_value, KeyboardInterrupt):
            _thread.interrupt_main()
        else:
            usual(lost)

    sys.unraisablehook = pass_on
    try:
        from .cli import main as program
        from .cli.edge import run
    except KeyboardInterrupt:
        sys.stderr.write("\nGestopt. Er is niets veranderd.\n")
        sys.exit(130)
    run(lambda: program(prog_name="kaderxl"))


if __name__ == "__main__":
    main()
