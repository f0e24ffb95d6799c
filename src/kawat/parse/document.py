"""Sentences and their trees put together as a document; and documents as CoNLL-U text and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kawat.errors import BadData
from kawat.nouns.article import Article
from kawat.nouns.document import DEFAULT, Document, Name, Profile, Sentence, Token
from kawat.nouns.text import span_of, view_of
from kawat.parse.conllu import Tree, Word, conllu, trees
from kawat.parse.outline import Line

NAME = "Name="


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a parser says of one sentence: for each word its head (counted in the sentence, a root heads itself), relation, tag and
    lemma; and the names as (first, last, label), last exclusive.
    """

    heads: Sequence[int]
    labels: Sequence[str]
    pos: Sequence[str]
    lemmas: Sequence[str]
    names: Sequence[tuple[int, int, str]]


def assemble(article: Article, lines: Iterable[Line], parses: Iterable[Parsed], profile: Profile = DEFAULT) -> Document:
    """The document of an article from its sentences and their parses, in the same order."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for line, parsed in zip(lines, parses, strict=True):
        first = len(tokens)
        sentences.append(Sentence(len(sentences), first, first + len(line.cuts), line.start, line.end, line.part, line.paragraph))
        names.extend(Name(first + start, first + end, label) for start, end, label in parsed.names)
        tokens.extend(_tokens(article, line, parsed, first))
    return Document(tuple(tokens), tuple(sentences), tuple(names), profile)


def _tokens(article: Article, line: Line, parsed: Parsed, first: int) -> Iterator[Token]:
    for place, (start, end) in enumerate(line.cuts):
        yield Token(first + place, start, end, article.text[start:end], article.view[start:end].lower(), parsed.lemmas[place],
                    parsed.pos[place], parsed.labels[place], first + parsed.heads[place])


def conllu_from_document(document: Document, text: str) -> str:
    """The document as CoNLL-U, each sentence with its own words as `# text`; names stand in the last column as `Name=B-PER`."""
    return conllu(_tree(document, sentence, text) for sentence in document.sentences)


def _tree(document: Document, sentence: Sentence, text: str) -> Tree:
    words = document.words(sentence)
    marks = _marks(document)
    follows = [*(token.start for token in words[1:]), sentence.end + 1]
    return Tree(tuple(_word(token, sentence.first, token.end < following, marks.get(token.index))
                      for token, following in zip(words, follows, strict=True)),
                {"text": sentence_key(text[sentence.start:sentence.end])})


def _word(token: Token, first: int, spaced: bool, mark: str | None) -> Word:
    head = 0 if token.head == token.index else token.head - first + 1
    return Word(view_of(token.text), token.lemma, token.pos, head, token.label, spaced, f"{NAME}{mark}" if mark else "_")


def _marks(document: Document) -> dict[int, str]:
    """The BIO mark of every token inside a name."""
    return {place: f"{'B' if place == name.first else 'I'}-{name.label}"
            for name in document.names for place in range(name.first, name.last)}


def sentence_key(text: str) -> str:
    """What a frozen parse is kept under: the view of the sentence, every run of blanks as one."""
    return " ".join(view_of(text).split())


def parsed_from_tree(tree: Tree) -> Parsed:
    """The parse that a CoNLL-U sentence holds."""
    words = tree.words
    return Parsed([word.head - 1 if word.head else place for place, word in enumerate(words)], [word.label for word in words],
                  [word.pos for word in words], [word.lemma for word in words], list(_names(words)))


def _names(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    marks = [next((note[len(NAME):] for note in word.misc.split("|") if note.startswith(NAME)), "O") for word in words]
    starts = [place for place, mark in enumerate(marks) if mark.startswith("B-")]
    for start in starts:
        end = start + 1
        while end < len(marks) and marks[end].startswith("I-"):
            end += 1
        yield start, end, marks[start][2:]


def document_from_conllu(text: str, where: str = "CoNLL-U") -> tuple[Article, Document]:
    """An article whose body is these sentences, a paragraph each, and its document: what tests of later stages start from."""
    found = tuple(trees(text, where))
    if not found:
        raise BadData(f"{where}: no sentence. CoNLL-U has ten tab-separated fields a word and a blank line after each sentence")
    return _article(found)


def _article(found: Sequence[Tree]) -> tuple[Article, Document]:
    lines: list[Line] = []
    page: list[str] = []
    at = 0
    for number, tree in enumerate(found):
        cuts = []
        for word in tree.words:
            cuts.append((at, at + len(word.form)))
            page.append(word.form + " " * word.spaced)
            at += len(page[-1])
        page.append("\n")
        at += 1
        lines.append(Line(tuple(cuts), "body", number))
    text = "".join(page)
    body = tuple(span_of(text, line.start, line.end) for line in lines)
    article = Article("conllu", "conllu", text, "", "", body=body)
    return article, assemble(article, lines, map(parsed_from_tree, found))
