"""Settings, start-up, the Discord client and the console; shows what the index answers."""
