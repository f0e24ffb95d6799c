"""Scenes for tests, written by hand: a text with its names and noun phrases marked, no parser and no name list behind it.

`[p:Ola Berg]` is a mention of a person, `o` of an organisation, `c` of a country, `g` of a group, `t` of a time, `r` of a pronoun;
`{warga setempat}` are nouns no mention covers. Every other word is a verb unless the language's cues know it as something else, and
blank lines part paragraphs.
"""

from __future__ import annotations

import re
from functools import cache

from kawat.coding.scene import Scene
from kawat.lexicon.language import Language, language
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Sentence, Token
from kawat.nouns.mention import Link, Mention, MentionKind
from kawat.nouns.mentions import Mentions
from kawat.nouns.text import Span, span_of, view_of

KINDS: dict[str, MentionKind] = {"p": "person", "o": "organisation", "c": "country", "g": "group", "t": "time", "r": "pronoun"}
MARK = re.compile(r"\[([pocgtr]):([^\]]*)\]|\{([^}]*)\}")
WORD = re.compile(r"\d+(?:[.,:/]\d+)*|(?:[A-Z]\.)+|[^\W_]+(?:['.][^\W_]+)*|[^\w\s]")
END = re.compile(r"[.!?]['\"”’)]*(?=\s+['\"“‘(]*[A-Z])|(?=\n\n)")
CLITIC = re.compile(r"(kata|ujar|tutur|ucap|tegas|ungkap|tulis|tambah|lanjut|menurut|pasukan)(nya)\b", re.IGNORECASE)
FUNCTION = ("prepositions", "conjunctions", "complementisers", "subordinators", "relativisers", "connectives", "fillers", "negations")


@cache
def _language(code: str) -> Language:
    return language(code)


def scene(code: str, marked: str, **article: object) -> Scene:
    """The scene of a marked text in a language; further fields go to the article."""
    text, marks = _unmarked(marked)
    body = tuple(span_of(text, m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    page = Article("test", "test", text, "", "", language=code, body=body, **article)  # type: ignore[arg-type]
    tokens = tuple(_tokens(text, marks, _language(code)))
    document = Document(tokens, tuple(_sentences(text, tokens, body)))
    return Scene(page, document, Mentions(tuple(_mentions(text, marks, tokens, _language(code)))), _language(code))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the marks as start, end and kind ("n" for plain nouns)."""
    text, marks, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last:mark.start()]
        words = mark[2] if mark[1] else mark[3]
        marks.append((len(text), len(text) + len(words), mark[1] or "n"))
        text += words
        last = mark.end()
    return text + marked[last:], marks


def _tokens(text: str, marks: list[tuple[int, int, str]], pack: Language) -> list[Token]:
    view = view_of(text)
    cuts = [cut for m in WORD.finditer(view) for cut in _cut(m.start(), m.end(), m[0])]
    return [Token(i, a, b, text[a:b], view[a:b].lower(), view[a:b].lower(), _pos(view, a, b, marks, pack), "dep", i)
            for i, (a, b) in enumerate(cuts)]


def _cut(start: int, end: int, word: str) -> list[tuple[int, int]]:
    clitic = CLITIC.fullmatch(word)
    return [(start, start + len(clitic[1])), (start + len(clitic[1]), end)] if clitic else [(start, end)]


def _pos(view: str, start: int, end: int, marks: list[tuple[int, int, str]], pack: Language) -> str:
    word = view[start:end].lower()
    if not word[0].isalnum():
        return "PUNCT"
    kind = next((k for a, b, k in marks if a <= start and end <= b), None)
    if kind:
        return "PRON" if kind == "r" else "NOUN" if view[start].islower() else "PROPN"
    if word[0].isdigit():
        return "NUM"
    words = pack.cues.words
    return "ADP" if any(word in words[name] for name in FUNCTION) else "DET" if word in words["determiners"] else "VERB"


def _sentences(text: str, tokens: tuple[Token, ...], body: tuple[Span, ...]) -> list[Sentence]:
    found: list[Sentence] = []
    for number, paragraph in enumerate(body):
        inside = [t for t in tokens if (paragraph.start or 0) <= t.start < (paragraph.end or 0)]
        ends = [m.end() for m in END.finditer(text) if (paragraph.start or 0) < m.end() <= (paragraph.end or 0)] + [paragraph.end or 0]
        for start, end in zip([paragraph.start or 0, *ends], ends, strict=False):
            here = [t for t in inside if start <= t.start < end]
            if here:
                found.append(Sentence(len(found), here[0].index, here[-1].index + 1, here[0].start, here[-1].end, "body", number))
    return found


def _mentions(text: str, marks: list[tuple[int, int, str]], tokens: tuple[Token, ...], pack: Language) -> list[Mention]:
    """The marked mentions; those with the same words are one chain."""
    found: dict[str, Mention] = {}
    mentions: list[Mention] = []
    for start, end, mark in marks:
        if mark == "n":
            continue
        inside = [t for t in tokens if start <= t.start < end]
        span, first = span_of(text, start, end), found.get(text[start:end])
        head = inside[0].index if pack.cues.file.head == "first" else inside[-1].index
        one = Mention(f"m{len(mentions)}", span, KINDS[mark], inside[0].index, inside[-1].index + 1, head,
                      entity=first.entity if first else f"x{len(mentions)}", naming=first.id if first else None,
                      link=Link(first.id, "same words") if first else None, name=span.text if mark in "pco" else None,
                      public=True if mark == "p" else None)
        if mark not in "rt":
            found.setdefault(span.text, one)
        mentions.append(one)
    return mentions
