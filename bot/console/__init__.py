"""The console: `rapporteur`, also `python -m bot`."""


def main() -> None:
    """Run the console on the process's arguments and exit with its code."""
    from bot.console.app import run_console

    run_console()
