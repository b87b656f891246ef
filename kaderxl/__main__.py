"""The process: `kaderxl` and `python -m kaderxl`."""

import _thread
import sys


def main() -> None:
    """Run the command line; Ctrl-C is 130, also while it is still being loaded."""
    usual = sys.unraisablehook

    def pass_on(lost: "sys.UnraisableHookArgs") -> None:
        """A Ctrl-C that came where Python can only throw it away comes again, once this is over:
        here it would be thrown away once more."""
        if isinstance(lost.exc_value, KeyboardInterrupt):
            _thread.start_new_thread(_thread.interrupt_main, ())
        else:
            usual(lost)

    sys.unraisablehook = pass_on
    try:
        from .cli import main as program
        from .cli.edge import run
    except KeyboardInterrupt:
        sys.stderr.write("\nGestopt. Er is niets veranderd.\n")
        sys.exit(130)
    except (MemoryError, SystemError, ValueError):  # the last is how Python's compiler says it
        sys.stderr.write("Deze computer heeft te weinig geheugen vrij. Er is niets veranderd.\n")
        sys.exit(2)
    run(lambda: program(prog_name="kaderxl"))


if __name__ == "__main__":
    main()
