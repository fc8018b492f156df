"""Lists of those who attended are read in every layout."""

import pytest

from tests.corpus.attendance.consultation import attendance

HEADED = """Sixth Regional Consultation

The Sixth Regional Consultation was held in Nadi, Fiji on 12-14 May 2015.

List of Participants

Co-Chairs
Fiji
New Zealand

Members
Kiribati

Observers
- United States of America
- Pacific Islands Forum Secretariat (PIFS)

Outcomes

- Members agreed to meet Japan in Tokyo.
"""
INTRODUCED = """Report of the Sixth Consultation

On 12 May 2015 officials met in Nadi. The following countries attended the meeting:

1. Guatemala
2. El Salvador

Also in attendance, as observers, were Brazil and Ecuador. Nicaragua was not represented. The next
meeting will be attended by Cuba.

The fifth meeting in Managua on 3 March 2014 was attended by Panama. The meeting was co-chaired
by Mexico.
"""
TABLE = """Minutes of the Consultation

| Country | Head of delegation |
|---|---|
| Australia | Ms Jane Brown, First Assistant Secretary |
| Papua New Guinea | Mr Peter Kila |

Singapore presented its visa system.
"""
ANNEX = """Sixth Regional Consultation

The Sixth Regional Consultation was held in Nadi, Fiji on 12-14 May 2015.

The Consultation adopted the work programme of the network for the two years to come.

ANNEX 1: LIST OF PARTICIPANTS

AUSTRALIA

Ms Mary Jones, First Secretary, Australian Embassy in Indonesia

REPUBLIC OF KOREA

Mr Kim Min-jun, Director, Ministry of Justice

INTERNATIONAL ORGANIZATIONS

Ms Anna Rossi, IOM Jakarta, Indonesia

ANNEX 2: PROGRAMME

Day 1: Presentation by Singapore
"""
LABELS = """Co-Chairs' Summary

12-14 May 2015, Nadi

Members: Australia, Fiji. Observers: Japan, UNHCR. Special guest: Hong Kong, China.
"""
CAPACITIES = """Sixth Regional Consultation

No.\tDelegation\tHead of delegation\tCapacity
1\tFiji\tMr Peter Kila\tCo-Chair
2\tKiribati\tMs Mary Jones\tMember
3\tJapan\t\tObserver
4\tIOM\tMs Anna Rossi\tObserver
5\tNauru\t-\tApologies

City\tCountry\tStatus
Suva\tFrance\tProposed
"""
LABELLED_WITHIN = """Sixth Regional Consultation

Participants

Members: Fiji; Tonga
Observers: Japan; the Netherlands; UN Women
International organisations: IOM, UNHCR
Members not represented: Nauru; Tuvalu
"""

COLUMNS = """Sixth Regional Consultation
12-14 May 2015, Nadi

ATTENDANCE LIST
MEMBERS                 OBSERVERS            ORGANISATIONS
Fiji                    Canada               IOM
Brunei Darussalam       United Kingdom       UNHCR
Samoa
Tonga

OUTCOMES
1. Members agreed to meet Japan.
"""
BY_COUNTRY = """Sixth Regional Consultation, Nadi, 12 May 2015

Participants (by country)
1) Fiji – Ms J. Wells (Co-Chair)
2) Samoa – Mr A. Cole (Co-Chair)
3) Tonga – via video link
4) Nauru – absent

Observer States represented: Iran, Pakistan
"""
ON_A_CALL = """Record of the consultation on returns, 12 May 2015

Chair: Samoa
On the call: Fiji, IOM
Not on the call: Nauru
"""
CUT = """Sixth Regional Consultation

The meeting was attended by representatives of Fiji, Samoa,

Sixth Regional Consultation
Page 2 of 2

Tonga and Vanuatu, as well as IOM. Peru has a new law.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEADED,
            {
                "Fiji": "co-chair",
                "New Zealand": "co-chair",
                "Kiribati": "member",
                "United States": "observer",
                "Pacific Islands Forum Secretariat": "observer",
            },
        ),
        (
            INTRODUCED,
            {
                "Guatemala": "participant",
                "El Salvador": "participant",
                "Brazil": "observer",
                "Ecuador": "observer",
                "Nicaragua": "absent",
            },
        ),
        (TABLE, {"Australia": "participant", "Papua New Guinea": "participant"}),
        (
            ANNEX,
            {"Australia": "participant", "South Korea": "participant", "IOM": "organisation"},
        ),
        (
            LABELS,
            {
                "Australia": "member",
                "Fiji": "member",
                "Japan": "observer",
                "UNHCR": "observer",
                "Hong Kong": "special guest",
            },
        ),
        (
            CAPACITIES,
            {
                "Fiji": "co-chair",
                "Kiribati": "member",
                "Japan": "observer",
                "IOM": "observer",
                "Nauru": "absent",
            },
        ),
        (
            COLUMNS,
            {
                "Fiji": "member",
                "Brunei": "member",
                "Samoa": "member",
                "Tonga": "member",
                "Canada": "observer",
                "United Kingdom": "observer",
                "IOM": "organisation",
                "UNHCR": "organisation",
            },
        ),
        (
            BY_COUNTRY,
            {
                "Fiji": "co-chair",
                "Samoa": "co-chair",
                "Tonga": "participant",
                "Nauru": "absent",
                "Iran": "observer",
                "Pakistan": "observer",
            },
        ),
        (
            ON_A_CALL,
            {
                "Samoa": "co-chair",
                "Fiji": "participant",
                "IOM": "organisation",
                "Nauru": "absent",
            },
        ),
        (
            CUT,
            {
                "Fiji": "participant",
                "Samoa": "participant",
                "Tonga": "participant",
                "Vanuatu": "participant",
                "IOM": "organisation",
            },
        ),
        (
            LABELLED_WITHIN,
            {
                "Fiji": "member",
                "Tonga": "member",
                "Japan": "observer",
                "Netherlands": "observer",
                "UN Women": "observer",
                "IOM": "organisation",
                "UNHCR": "organisation",
                "Nauru": "absent",
                "Tuvalu": "absent",
            },
        ),
    ],
    ids=[
        "headings",
        "introduced list",
        "table",
        "annex",
        "labels",
        "table of capacities",
        "columns",
        "by country",
        "call",
        "cut by a page header",
        "labels within a list",
    ],
)
def test_lists_are_read_in_every_layout(text: str, expected: dict[str, str]) -> None:
    assert attendance(text) == expected
