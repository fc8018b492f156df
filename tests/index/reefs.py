"""Made-up statements of one series of meetings, whose short form is joined by a hyphen."""


def _statement(number: str, place: str, day: str, chairs: str, present: str) -> str:
    return (
        f"{number} Meeting of the Coastal Experts Group on Reefs\n\n"
        f"Location: {place}Date: {day}\n\n"
        f"The {number.lower()} meeting of the Coastal Experts Group on Reefs (CEG-R) was held in"
        f" {place} on {day}. The meeting was co-chaired by {chairs}.\n\n"
        f"In attendance were representatives from {present}.\n\n"
        "Participants discussed corals.\n"
    )


REEFS = {
    "1.txt": _statement(
        "Second", "Suva, Fiji", "4 May 2015", "Fiji and Tonga", "Fiji, Samoa and Tonga"
    ),
    "2.txt": _statement(
        "Third", "Apia, Samoa", "6 June 2016", "Fiji and Samoa", "Fiji, Kiribati, Nauru and Samoa"
    ),
    "3.txt": _statement(
        "Fourth", "Nadi, Fiji", "8 July 2018", "Fiji and Nauru", "Fiji, Kiribati, Nauru and Tonga"
    ),
}
