"""One page written for these tests, read by hand: every table holds something, and every span is the text it claims."""

from __future__ import annotations

import hashlib

from kawat.nouns.article import Article, Clock, Furniture
from kawat.nouns.mention import Mention, Place, When
from kawat.nouns.reading import Reading
from kawat.nouns.record import (
    Abstention,
    Attribution,
    Event,
    Figure,
    Hop,
    IssueMention,
    Label,
    Negotiation,
    Paper,
    Participant,
    Position,
    Scope,
    Statement,
    ThirdParty,
    Told,
    Why,
    record_id,
)
from kawat.nouns.text import Span

TEXT = """Norland shelling kills 12 in Eastford

Wed, 4 Mar 2026 10:12

WESTHAVEN, Estmark Wire - Norland's army shelled the border town of Eastford on Tuesday, killing at least 12 people, the mayor said. \
Mira Sund, a baker, lost her brother in the attack.

Foreign Minister Ola Berg of Sudland demanded that Norland withdraw its troops before any talks. \
"There will be no talks under fire," Berg told reporters in Westhaven.

Read also: Harvest festival opens in Westhaven

Estmark is mediating between the two states over a ceasefire, Estmark Wire reported, quoting the Norland Times. \
The "bandit regime" has lost all shame, Sudland's radio said.
"""
ARTICLE_ID = "a-eastford0001"


def span(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """The nth place where the words stand in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def sentence(first: str, last: str) -> Span:
    """The stretch from the first words to the end of the last."""
    start, end = TEXT.index(first), TEXT.index(last, TEXT.index(first)) + len(last)
    return Span(start, end, TEXT[start:end])


def _participant(words: str, head: str, nth: int = 1, **more: object) -> Participant:
    return Participant(span(words, nth), span(head, nth), **more)  # type: ignore[arg-type]


ARMY = _participant("Norland's army", "army", 1, mention_id="m-army", entity="x1", name="Norland army", country="NRL", sector="MIL",
                    kind="organisation", public=True, basis="named", via="nsubj")
BERG = Participant(span("Foreign Minister Ola Berg of Sudland"), span("Ola Berg"), "m-berg", "x2", "berg", "Ola Berg", "SDL", "GOV",
                   "person", True, "title", "nsubj")
BERG_SHORT = Participant(span("Foreign Minister Ola Berg of Sudland"), span("Ola Berg"), "m-berg2", "x2", "berg", "Ola Berg", "SDL", "GOV",
                         "person", True, "coreference", "nsubj", span("Berg", 2))
NORLAND = Participant(span("Norland", 3), span("Norland", 3), "m-norland", "x3", "nrl", "Norland", "NRL", "GOV", "country", True, "named",
                      "ccomp>nsubj")
ESTMARK = Participant(span("Estmark", 2), span("Estmark", 2), "m-estmark", "x4", "est", "Estmark", "EST", "GOV", "country", True, "named",
                      "nsubj")
SUND = Participant(span("Mira Sund, a baker"), span("Mira Sund"), "m-sund", "x5", None, "Mira Sund", None, "CVL", "person", False, "named",
                   "nsubj")
MAYOR = Participant(span("the mayor"), span("mayor"), "m-mayor", "x6", None, None, None, "GOV", "person", True, "title", "nsubj")
EASTFORD = Place(span("Eastford", 2), "Eastford", "SDL", "Border Province", None, 10.5, 20.25, "city")
TUESDAY = When(span("Tuesday"), "2026-03-03", "2026-03-03", None, None, None, "at", "day", "relative")

FIRST = sentence("Norland's army shelled", "the mayor said.")
BEREFT = sentence("Mira Sund", "the attack.")
DEMAND = sentence("Foreign Minister", "any talks.")
QUOTE = sentence('"There will', "in Westhaven.")
MEDIATION = sentence("Estmark is mediating", "Norland Times.")
INSULT = sentence('The "bandit', "radio said.")

MAYOR_SAYS = Attribution(
    record_id("attributions", ARTICLE_ID, span("the mayor"), "clause"),
    (Hop("outlet", None, "Example Post", "reports"), Hop("official", span("the mayor"), None, "cites", span("said"), False, False)),
    Scope(FIRST.start or 0, FIRST.end or 0), "sentence", "en/cues/said", (), (Why("hops", "en/cues/said", span("said"), "m-mayor"),))
TIMES_SAYS = Attribution(
    record_id("attributions", ARTICLE_ID, span("Norland Times"), "clause"),
    (Hop("outlet", None, "Example Post", "reports"), Hop("agency", span("Estmark Wire", 2), "Estmark Wire", "cites", span("reported")),
     Hop("outlet", span("the Norland Times"), "Norland Times", "quotes", span("quoting"))),
    Scope(MEDIATION.start or 0, MEDIATION.end or 0), "sentence", "en/cues/quoting", (), (Why("hops", "en/cues/quoting", span("quoting")),))

SHELLING = Event(
    record_id("events", ARTICLE_ID, span("shelled"), "ASSAULT"), "ASSAULT", span("shelled"), FIRST, "actual", "en/assault/shell",
    mode="bombard", contexts=("military",), also=(span("attack"),), actors=(ARMY,), recipients=(SUND,), place=EASTFORD, when=TUESDAY,
    voice="attributed", attribution=MAYOR_SAYS.id,
    told=(Told(span("shelled"), FIRST, "actual", "attributed", MAYOR_SAYS.id), Told(span("attack"), BEREFT, "actual", "outlet", None)),
    why=(Why("type", "en/assault/shell", span("shelled")), Why("actors", "en/roles/subject", span("Norland's army"), "m-army", "nsubj"),
         Why("place", "en/roles/of", span("Eastford", 2), None, "obj>nmod[of]"),
         Why("when", "en/time/weekday", span("Tuesday"), None, "the Tuesday before 2026-03-04"),
         Why("attribution", "en/cues/said", span("the mayor"), MAYOR_SAYS.id, "narrowest scope")))
WITHDRAWAL = Event(
    record_id("events", ARTICLE_ID, span("demanded"), "REQUEST"), "REQUEST", span("demanded"), DEMAND, "actual", "en/request/demand",
    issues=("withdrawal",), actors=(BERG,), recipients=(NORLAND,),
    told=(Told(span("demanded"), DEMAND, "actual", "outlet", None),), why=(Why("type", "en/request/demand", span("demanded")),),
    doubts=("attachment",))
TWELVE = Figure(
    record_id("figures", ARTICLE_ID, span("at least 12"), "killed"), "killed", span("at least 12"), "at_least", FIRST, "en/figures/killed",
    12, 12, None, None, victims=span("12 people"), count_type="incident", place=EASTFORD, as_of=TUESDAY, counted_by=MAYOR,
    voice="attributed", attribution=MAYOR_SAYS.id, event=SHELLING.id,
    why=(Why("count", "en/numbers/at_least", span("at least 12")), Why("kind", "en/figures/killed", span("killing")),
         Why("counted_by", "en/cues/said", span("the mayor"), MAYOR_SAYS.id)))
NO_TALKS = Statement(
    record_id("statements", ARTICLE_ID, span("told"), "direct"), span("told"), span("There will be no talks under fire"), "direct",
    "en/cues/told", BERG_SHORT, (span("There will be no talks under fire"),), None, (), (Why("speaker", "en/cues/told", span("Berg", 2)),))
MAYOR_SAID = Statement(
    record_id("statements", ARTICLE_ID, span("said"), "indirect"), span("said"), sentence("Norland's army", "12 people"), "indirect",
    "en/cues/said", MAYOR, (), None, (), (Why("speaker", "en/cues/said", span("the mayor")),))
WITHDRAW = Position(
    record_id("positions", ARTICLE_ID, span("withdraw"), "demand"), BERG, "withdrawal", "demand",
    span("Norland withdraw its troops before any talks"), DEMAND, "en/positions/demand", "stated", NORLAND, cue=span("demanded"),
    event=WITHDRAWAL.id, why=(Why("kind", "en/positions/demand", span("demanded")),))
MEDIATING = Negotiation(
    record_id("negotiations", ARTICLE_ID, span("mediating"), ""), span("mediating"), "en/talks/mediate", (NORLAND, BERG),
    (ThirdParty(ESTMARK, "mediator", span("mediating")),), "indirect", None, None, (Paper(span("ceasefire"), "agreement"),),
    ("ceasefire",), "attributed", TIMES_SAYS.id, (Why("third_parties", "en/talks/mediate", span("mediating")),))
BANDITS = Label(
    record_id("labels", ARTICLE_ID, span("bandit regime"), ""), span("bandit regime"), span("bandit regime"), "government",
    "en/labels/bandit", None, ESTMARK, "attributed", None, (Why("span", "en/labels/bandit", span("bandit regime")),))
MENTIONS = (
    Mention("m-army", ARMY.span, "organisation", 0, 2, 1, "x1", name="Norland army", country="NRL", sector="MIL", public=True),
    Mention("m-sund", span("Mira Sund"), "person", 30, 32, 31, "x5", name="Mira Sund", public=False),
    Mention("m-berg", BERG.span, "person", 45, 51, 48, "x2", actor="berg", name="Ola Berg", country="SDL", sector="GOV", public=True),
    Mention("m-berg2", span("Berg", 2), "person", 70, 71, 70, "x2", "m-berg", name="Ola Berg", country="SDL", sector="GOV", public=True),
)

ARTICLE = Article(
    ARTICLE_ID, "eastford.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), hashlib.sha256(TEXT.encode()).hexdigest(), "en", 0.99,
    outlet="Example Post", title=span("Norland shelling kills 12 in Eastford"), published="2026-03-04", published_basis="argument",
    page_clock=Clock(span("Wed, 4 Mar 2026 10:12"), "2026-03-04"), dateline=span("WESTHAVEN"), dateline_agency=span("Estmark Wire"),
    body=(sentence("WESTHAVEN", "the attack."), sentence("Foreign Minister", "in Westhaven."), sentence("Estmark is", "radio said.")),
    furniture=(Furniture(span("Wed, 4 Mar 2026 10:12"), "clock"),
               Furniture(span("Read also: Harvest festival opens in Westhaven"), "related")),
)
READING = Reading(
    ARTICLE, "0123456789abcdef", Place(span("WESTHAVEN"), "Westhaven", "EST"), (IssueMention("ceasefire", (span("ceasefire"),)),),
    (Abstention(span("lost all shame"), "event", "no rule"),), ("no publication date on the page",), (SHELLING, WITHDRAWAL), (TWELVE,),
    (MAYOR_SAID, NO_TALKS), (WITHDRAW,), (MEDIATING,), (MAYOR_SAYS, TIMES_SAYS), (BANDITS,), MENTIONS)
