"""States, organisations and cities: what they are called, and where texts name them."""

from corpus.gazetteer.lookup import CityMention, Gazetteer, Mention, gazetteer

__all__ = ["CityMention", "Gazetteer", "Mention", "gazetteer"]
