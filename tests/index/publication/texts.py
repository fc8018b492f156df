"""Made-up statements that the tests of publishing put together."""

_STATEMENT = """Meeting of the Border Experts Group

Location: {place}
Date: {days}

The Border Experts Group met in {place}, on {days}.

In attendance were Australia, Fiji and {guest}.

Members agreed to {agreed}.
"""


def statement(place: str, days: str, guest: str, agreed: str) -> str:
    """A statement of one meeting with three delegations and one action item."""
    return _STATEMENT.format(place=place, days=days, guest=guest, agreed=agreed)


PERTH = statement("Perth, Australia", "14 - 15 December 2009", "Tonga", "build a secure portal")
BALI = statement("Bali, Indonesia", "9 - 10 March 2011", "Samoa", "train officers")
NADI = statement("Nadi, Fiji", "3 - 4 June 2014", "Palau", "publish a handbook")
SUVA = statement("Suva, Fiji", "7 - 8 May 2015", "Kiribati", "share travel forms")
