"""The written forms of dates, as regular expressions over folded text.

Every repetition is bounded, so that matching costs time linear in the length of the text.
"""

import re

_MONTHS = {
    "Jan": "uary",
    "Feb": "ruary",
    "Mar": "ch",
    "Apr": "il",
    "May": "",
    "Jun": "e",
    "Jul": "y",
    "Aug": "ust",
    "Sep": "t(?:ember)?",
    "Oct": "ober",
    "Nov": "ember",
    "Dec": "ember",
}
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(_MONTHS, 1)}

# A month is written with a capital: "they may 10 times" is no date. "JUNE" and "June" both pass.
_MONTH = (
    "(?:"
    + "|".join(f"{name[0]}(?i:{name[1:]}(?:{rest})?)" for name, rest in _MONTHS.items())
    + r")(?![a-z])(?:\.(?= ?[0-9,]))?"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![0-9:%]|[.,][0-9])"
_YEAR = r"(?:19[0-9]{2}|20[0-9]{2}|2100)(?![0-9])"
_WEEKDAY = (
    r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?[.,]? {1,3}(?:the )?)"
)
_GAP = " {0,3}"


def _point(side: int) -> str:
    """One end of a range; the name of every group ends in its form and the side, 1 or 2."""

    def year(form: int) -> str:
        return rf"(?:(?:{_GAP},{_GAP}|{_GAP}|-)(?P<year{form}{side}>{_YEAR}))?"

    def month(form: int) -> str:
        return rf"(?P<month{form}{side}>{_MONTH})"

    def day(form: int) -> str:
        return rf"(?P<day{form}{side}>{_DAY})"

    day_first = rf"{day(1)}(?: {{1,3}}of {{1,3}}(?:the )?|{_GAP}|-){month(1)}{year(1)}"
    month_first = rf"{month(2)}{_GAP}(?:the )?{day(2)}(?!{_GAP}{_MONTH}){year(2)}"
    month_only = rf"{month(3)}(?: of)?{year(3)}"
    day_only = rf"{day(4)}(?![A-Za-z])" + (year(4) if side == 2 else "")
    return rf"(?:the )?{_WEEKDAY}?(?:{day_first}|{month_first}|{month_only}|{day_only})"


# The names of the groups that hold the day, the month and the year of each side.
POINT_GROUPS = {
    side: tuple(
        tuple(f"{kind}{form}{side}" for form in forms)
        for kind, forms in (("day", "124"), ("month", "123"), ("year", years))
    )
    for side, years in ((1, "123"), (2, "1234"))
}
_JOIN = rf"(?:{_GAP}(?:-{{1,3}}|/){_GAP}| {{1,3}}(?:to|until|till|through|thru|and|&) {{1,3}})"
_MIDDLE = rf"(?P<middle>(?:,{_GAP}(?:{_DAY})(?=[ ,])){{0,9}})"  # the 6 of "5, 6 and 7 December"
WRITTEN = re.compile(
    rf"(?<![\w.,/$])(?<![0-9]-)(?:{_point(1)})(?:{_MIDDLE}(?P<join>{_JOIN})(?:{_point(2)}))?"
)
NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<y>(?:19|20)[0-9]{2})(?P<s1>[-/.])(?P<m>[0-9]{1,2})(?P=s1)(?P<d>[0-9]{1,2})"
    r"|(?P<a>[0-9]{1,2})(?P<s2>[-/.])(?P<b>[0-9]{1,2})(?P=s2)(?P<y2>(?:19|20)[0-9]{2}))(?![\w/-])"
)
YEARS = re.compile(
    rf"(?<![\w.,/])(?P<year>{_YEAR})(?:{_GAP}[-/]{_GAP}(?P<last>{_YEAR}|[0-9]{{2}}(?![0-9])))?"
    r"(?![\w%]|[.,][0-9])"
)
BEFORE_YEAR = re.compile(
    r"(?:(?<![\w-])(?:in|of|since|by|during|until|till|from|before|after|early|mid|late|year|for"
    r"|later than|prior to|throughout|beginning|calendar)(?: the year)?[ -]{1,3}|\()$",
    re.IGNORECASE,
)
ANY_YEAR = re.compile(rf"(?<![\w.,/$#-])(?<!No )(?P<year>{_YEAR})(?![\w%/]|[.,][0-9])")
BEFORE_MONTH = re.compile(
    r"(?:^|[\s(])(?i:in|by|of|during|since|until|till|from|before|after|early|mid|late|last|next"
    r"|this|end|through|for|to|every)[ -]{1,3}(?:the )?$"
)
MONTH = re.compile(rf"{_MONTH}")
