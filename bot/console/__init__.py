"""The console: `rapporteur`, also `python -m bot`."""

import sys

INTERRUPTED = 130  # as shells have it: 128 and the number of SIGINT


def main() -> None:
    """Run the console on the process's arguments and exit with its code."""
    try:
        from bot.console.app import run_console

        run_console()
    except KeyboardInterrupt:  # also while the modules load, which takes its time
        sys.exit(INTERRUPTED)
