"""The JSON-LD of a page: the node that describes its article, out of whatever the page holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice
from typing import Any

Node = dict[str, Any]
NODE_LIMIT = 20_000
LISTS = frozenset({"itemlist", "breadcrumblist", "collectionpage"})
_ARTICLE = re.compile(r"(?:.*article|blogposting|liveblogposting|report|socialmediaposting)$")
_WRAPPER = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*$")
_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_STRINGS_AND_COMMAS = re.compile(r'"(?:[^"\\]|\\.)*+"|,(?=\s*+[}\]])', re.DOTALL)


def article_node(scripts: Sequence[str], headings: frozenset[str], address: str | None) -> Node | None:
    """The node of the page's own article, with references inside the page resolved, or None.

    Of several, the one whose headline a heading of the page repeats or whose address is the page's wins, then the one with a
    publication date, then the first; nodes inside lists of links do not count.
    """
    roots = [root for script in scripts if (root := loaded(script)) is not None]
    nodes = list(_nodes(roots))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    articles = [node for node in nodes if any(_ARTICLE.match(kind) for kind in kinds(node))]
    pages = [node for node in nodes if "webpage" in kinds(node) and node.get("datePublished")]
    if not articles and not pages:
        return None
    best = max(articles, key=lambda node: _fit(node, headings, address)) if articles else pages[0]
    return {key: _resolved(value, named) for key, value in best.items()}


def loaded(script: str) -> Any:
    """What a script of JSON-LD says, also with raw line breaks in strings, commas too many, or a comment around it; else None."""
    bare = _WRAPPER.sub("", script).strip().rstrip(";")
    for text in (bare, _STRINGS_AND_COMMAS.sub(lambda m: "" if m[0] == "," else m[0], bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def kinds(node: Node) -> tuple[str, ...]:
    """The types of a node, without their vocabulary, in lower case."""
    kind = node.get("@type")
    listed = kind if isinstance(kind, list) else [kind]
    return tuple(str(name).rsplit("/", 1)[-1].lower() for name in listed if name)


def words(value: Any) -> str | None:
    """A string of JSON-LD as a reader sees it, or None; of a list the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return plain(value) if isinstance(value, str) else None


def plain(text: str) -> str | None:
    """A string of markup with entities, tags and doubled blanks resolved (no-break spaces stay), or None where nothing is left."""
    return _BLANKS.sub(" ", _TAGS.sub("", unescape(unescape(text)))).strip() or None


def _nodes(roots: list[Any]) -> Iterator[Node]:
    """Every node of a page, outermost first, save those in lists of links."""
    waiting = list(roots)
    for value in islice(waiting, NODE_LIMIT):
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict) and not LISTS.intersection(kinds(value)):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))


def _fit(node: Node, headings: frozenset[str], address: str | None) -> tuple[bool, bool]:
    title = words(node.get("headline")) or words(node.get("name"))
    own = {words(node.get("url")), words(node.get("@id")), _address(node.get("mainEntityOfPage"))} - {None}
    return (title in headings if title else False) or (address in own), bool(node.get("datePublished"))


def _address(value: Any) -> str | None:
    found = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return found if isinstance(found, str) else None


def _resolved(value: Any, named: dict[str, Node]) -> Any:
    """The value with a bare reference replaced by the node it names."""
    if isinstance(value, list):
        return [_resolved(inner, named) for inner in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) <= 2:
        return named.get(value["@id"], value)
    return value
