"""In whose voice."""

from __future__ import annotations

from kawat.coding.speech import Speech, speech
from kawat.coding.voice import voice
from kawat.nouns.article import Article
from kawat.nouns.record import Event, Figure, Label, Negotiation, Told
from kawat.nouns.text import Span, span_of
from tests.coding.marked import scene

TEXT = "Dilansir [o:AFP], lima orang tewas, kata [p:Ola Berg]. Hujan turun."


def _read(marked: str) -> tuple[Speech, Article]:
    page = scene("id", marked)
    return speech(page), page.article


def _span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return span_of(article.text, start, start + len(words))


def _event(trigger: Span, told: tuple[Told, ...] = ()) -> Event:
    return Event("e", "ASSAULT", trigger, trigger, "actual", "id/assault/x", told=told)


def test_the_narrowest_scope_answers() -> None:
    """Inside a statement that an agency passes on, the statement's own chain answers."""
    read, article = _read(TEXT)
    (one,) = voice([_event(_span(article, "tewas"))], read, article)
    chain = next(c for c in read.attributions if c.id == one.attribution)
    assert one.voice == "attributed"
    assert [hop.span.text for hop in chain.hops if hop.span] == ["AFP", "Ola Berg"]


def test_outside_every_scope_the_outlet_speaks() -> None:
    """A record no chain covers is the outlet's own."""
    read, article = _read(TEXT)
    (one,) = voice([_event(_span(article, "turun"))], read, article)
    assert (one.voice, one.attribution) == ("outlet", None)


def test_the_title_speaks_as_a_headline() -> None:
    """Whatever stands in the title is told in the headline's voice."""
    read, article = _read("Hujan turun.")
    titled = Article("a", "a", article.text, "", "", title=span_of(article.text, 0, 5), body=article.body)
    (one,) = voice([_event(span_of(article.text, 0, 5))], read, titled)
    assert (one.voice, one.attribution) == ("headline", None)


def test_every_telling_has_its_own_voice_and_the_event_repeats_the_first() -> None:
    """An event told twice is voiced twice."""
    read, article = _read(TEXT)
    spans = _span(article, "turun"), _span(article, "tewas")
    told = tuple(Told(span, span, "actual", "outlet", None) for span in spans)
    (one,) = voice([_event(spans[0], told)], read, article)
    assert ([t.voice for t in one.told], one.voice) == (["outlet", "attributed"], "outlet")


def test_figures_labels_and_negotiations_are_voiced_by_their_own_words() -> None:
    """A figure by its count, a label by its word, a negotiation by its trigger."""
    read, article = _read(TEXT)
    figure = Figure("f", "killed", _span(article, "lima orang"), "exact", _span(article, "lima"), "id/figures/x")
    label = Label("l", _span(article, "tewas"), _span(article, "lima"), "x", "id/labels/x")
    talks = Negotiation("n", _span(article, "Hujan"), "id/talks/x")
    voices = [voice([figure], read, article)[0].voice, voice([label], read, article)[0].voice, voice([talks], read, article)[0].voice]
    assert voices == ["attributed", "attributed", "outlet"]


def test_what_stands_only_in_markup_is_the_outlets() -> None:
    """A span without place has the outlet's voice."""
    read, article = _read(TEXT)
    (one,) = voice([_event(Span(None, None, "tewas"))], read, article)
    assert (one.voice, one.attribution) == ("outlet", None)


def test_between_the_parts_of_a_broken_quotation_the_speaker_does_not_answer() -> None:
    """The cue that breaks a quotation is told by the outlet."""
    read, article = _read("\"Kami siap,\" kata [p:Ola Berg], \"asal serangan dihentikan.\"")
    inside, between = voice([_event(_span(article, "serangan")), _event(_span(article, "kata"))], read, article)
    assert (inside.voice, between.voice) == ("attributed", "outlet")
