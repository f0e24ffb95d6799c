"""What kawat has nothing to say about: sport, markets, celebrity, weather, technology; a page of them, or a clause."""

from __future__ import annotations

from collections import Counter

from kawat.coding.clause import Clause
from kawat.coding.scene import Scene
from kawat.match.phrases import any_of_phrases


def other_world(scene: Scene, clause: Clause) -> bool:
    """True for a clause with a word of sport, shows, beasts or shops in it."""
    document, elsewhere = scene.document, any_of_phrases(scene.language.silence.elsewhere)
    sentence = document.sentence_of(document.tokens[clause.first])
    return not elsewhere.absent(document.vocabularies[sentence.index]) and elsewhere.stand_in(document.tokens[clause.first:clause.last])


def silent_topics(scene: Scene) -> frozenset[str]:
    """The topics outside politics that the page is about: enough different words of one, and more than of politics."""
    told = {told for _, _, told in scene.language.topic_phrases.find(scene.document.tokens)}
    counts = Counter(topic for _, topics in told for topic in topics)
    return frozenset(topic.name for topic in scene.language.silence.topic
                     if counts[topic.name] >= max(topic.enough, len(scene.political_words) + 1))
