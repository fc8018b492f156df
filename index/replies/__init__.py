"""Facts as answers: what each command replies, the same on Discord and in the console."""

from index.replies.actions import action_reply, actions_reply
from index.replies.attendance import attendance_reply
from index.replies.brief import brief_reply
from index.replies.delegation import delegation_reply
from index.replies.glossary import glossary_reply
from index.replies.history import history_reply
from index.replies.meetings import meetings_reply
from index.replies.related import related_reply
from index.replies.rilons import rilon_reply, rilons_reply
from index.replies.source import source_reply
from index.replies.tracking import track_reply
from index.replies.verifying import verify_reply

__all__ = [
    "action_reply",
    "actions_reply",
    "attendance_reply",
    "brief_reply",
    "delegation_reply",
    "glossary_reply",
    "history_reply",
    "meetings_reply",
    "related_reply",
    "rilon_reply",
    "rilons_reply",
    "source_reply",
    "track_reply",
    "verify_reply",
]
