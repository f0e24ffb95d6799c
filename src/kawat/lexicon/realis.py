"""The words by which an event is denied, planned, only possible, or past."""

from __future__ import annotations

from kawat.lexicon.table import Row


class RealisFile(Row, frozen=True):
    """`realis.toml`; words and phrases as they stand in the text, lower-cased.

    `negation` before the trigger denies it; `denied_heads`, `planned_heads` and `hypothetical_heads` are verbs and nouns whose
    complement is denied, planned or only asked for (keyed as rules are); `planned` and `hypothetical` are words before the trigger;
    `conditional` opens a clause in which nothing has happened; `historical` marks what lies back. `sooner` are phrases with
    such a word in them that only say what came first. `resets` are words after which an earlier marker no longer holds; what is only
    `tried`, begun or wanted is no purpose.
    `scheduled` right behind a noun plans it; `reported_future` ("would") plans what somebody says will happen;
    `beside` opens what only stands beside a wish ("during").
    `coming` are words of times that lie ahead ("next", "depan").
    `actual` are words that outweigh a plan ("telah", "sudah", "mulai").
    """

    negation: tuple[str, ...]
    planned: tuple[str, ...]
    hypothetical: tuple[str, ...]
    conditional: tuple[str, ...]
    denied_heads: tuple[str, ...]
    planned_heads: tuple[str, ...]
    hypothetical_heads: tuple[str, ...]
    historical: tuple[str, ...]
    since: tuple[str, ...] = ()
    sooner: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    resets: tuple[str, ...] = ()
    actual: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    scheduled: tuple[str, ...] = ()
    reported_future: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    averted_heads: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    obligation: tuple[str, ...] = ()
    content_markers: tuple[str, ...] = ()
