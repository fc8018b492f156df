"""What became of action items in later documents."""

from corpus.follow_ups.fates import FollowUps, follow_up, resolve_next_meeting

__all__ = ["FollowUps", "follow_up", "resolve_next_meeting"]
