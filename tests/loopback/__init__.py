"""A Discord of our own: gateway and REST on 127.0.0.1, which the real client connects to.

`server.LoopbackDiscord` is the whole of it; `fixtures` has it as a pytest fixture.

    async with LoopbackDiscord() as discord:
        ...  # start the bot against discord.api_url, discord.gateway_url, discord.token
        exchange = await discord.slash("ask", {"question": "Who attended?"})
        message = await exchange.message()
        source = await discord.press(message, "¶7")
        talk = await discord.mention("Who attended?")
        reply = await talk.reply()
        assert discord.violations.found == []
"""
