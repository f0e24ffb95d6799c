"""What a person wants to see of one page: who did what to whom, what was counted, said and wanted, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kawat.export.cards import Card, cards
from kawat.export.shown import Shown, shown, tidy

Row = dict[str, Any]
COLOURS = {"events": "red", "figures": "yellow", "statements": "cyan", "positions": "green", "negotiations": "blue", "labels": "magenta"}


def page_table(reading: Row, private_names: bool = False) -> RenderableType:
    """Everything one page said, ready to print; the names of private persons are masked unless asked for."""
    words = shown(reading, private_names)
    parts: list[RenderableType] = [_title(reading["article"], words)]
    found = cards(reading, words)
    for table, drawn in found.items():
        parts += ["", Text(f"{table.upper()} {len(drawn)}", style=f"bold {COLOURS[table]}"), *map(_indented, map(card_text, drawn))]
    if not found:
        parts += ["", Text("Nothing in this page that kawat codes.", style="dim")]
    return Group(*parts, *_remarks(reading["article"], words), "")


def card_text(card: Card) -> RenderableType:
    """One record as a few lines."""
    head = Text.assemble(("● ", COLOURS[card.table]), (card.head, "bold"), *(f"  {tag}" for tag in card.tags), (f"  {card.id}", "dim"))
    under = [Text(line) for line in card.lines]
    if card.quote:
        under.append(_quoted(card.quote, card.marked))
    return Group(head, _indented(Group(*under)))


def _indented(inner: RenderableType) -> RenderableType:
    return Padding(inner, (0, 0, 0, 2), expand=False)


def _quoted(quote: str, marked: str) -> Text:
    """The evidence in quotation marks, the words that carry the record underlined."""
    text = Text(f"“{quote}”", style="italic")
    if marked and marked in quote:
        text.stylize("underline", 1 + quote.index(marked), 1 + quote.index(marked) + len(marked))
    return text


def _title(article: Row, words: Shown) -> RenderableType:
    title = words.words(article.get("title")) or tidy(article["path"])
    dateline = words.words((article.get("dateline") or {}).get("span"))
    day = (article.get("published") or "no date")[:10]
    facts = [article.get("outlet"), day, dateline, article.get("language"), article["path"], article["id"]]
    return Group(Text(title, style="bold"), Text(" · ".join(tidy(fact) for fact in facts if fact), style="dim"))


def _remarks(article: Row, words: Shown) -> Iterator[RenderableType]:
    notes = [*article["warnings"], *(f"not coded: {words.words(a['span'])} ({a['why']})" for a in article["abstained"])]
    if notes:
        yield ""
        yield from (Text(f"! {tidy(note)}", style="dim") for note in notes)
