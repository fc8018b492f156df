"""`python -m bot`: the console; without a sub-command the bot, or a chat where no token is set."""

from bot.console import main

if __name__ == "__main__":
    main()
