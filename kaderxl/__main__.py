"""The process: `kaderxl` and `python -m kaderxl`."""

# `signal` takes so long to load that somebody may stop it meanwhile.
import _signal  # type: ignore[import-not-found]
import _thread
import sys


def main() -> None:
    """Run the command line; Ctrl-C is 130, also while it is still being loaded."""
    usual = sys.unraisablehook
    asked: list[object] = []

    def stop(*where: object) -> None:
        """Python may make another error of a Ctrl-C on its way up: keep that there was one."""
        asked.append(where)
        raise KeyboardInterrupt

    def pass_on(lost: "sys.UnraisableHookArgs") -> None:
        """A Ctrl-C that came where Python can only throw it away comes again, once this is over:
        here it would be thrown away once more."""
        if isinstance(lost.exc_value, KeyboardInterrupt):
            _thread.start_new_thread(_thread.interrupt_main, ())
        elif not isinstance(lost.exc_value, MemoryError):  # whoever waits for it says that
            usual(lost)

    sys.unraisablehook = pass_on
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, stop)
    try:
        from .cli import main as program
        from .cli.edge import run
    except BaseException as fout:
        if asked or isinstance(fout, KeyboardInterrupt):
            sys.stderr.write("\nGestopt. Er is niets veranderd.\n")
            sys.exit(130)
        if not isinstance(fout, (MemoryError, SystemError, ValueError)):
            raise
        # The last is how Python's compiler says it.
        sys.stderr.write("Deze computer heeft te weinig geheugen vrij. Er is niets veranderd.\n")
        sys.exit(2)
    run(lambda: program(prog_name="kaderxl"), asked)


if __name__ == "__main__":
    main()
