"""The quick vectors are the library's vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, fix_random_seed

from kawat.parse.plain import use_numpy
from kawat.parse.vectors import for_reading

SENTENCES = ("Delegasi Norland tiba di Jenewa .", "Pertemuan batal .", "Ya", "The delegation left Geneva before the talks could begin .")
Network = Model[list[Doc], list[np.ndarray]]


@pytest.fixture(scope="module")
def network() -> Network:
    """A small network with the weights chance gave it."""
    use_numpy()
    fix_random_seed(7)
    embed = MultiHashEmbed(width=24, attrs=["NORM", "PREFIX", "SUFFIX", "SHAPE"], rows=[300, 100, 100, 100], include_static_vectors=False)
    made = build_Tok2Vec_model(embed, MaxoutWindowEncoder(width=24, window_size=1, maxout_pieces=3, depth=4))
    made.initialize(X=_docs(SENTENCES))
    return made


def _docs(sentences: Sequence[str]) -> list[Doc]:
    vocab = Vocab()
    return [Doc(vocab, words=sentence.split()) for sentence in sentences]


@pytest.mark.parametrize("some", [SENTENCES, SENTENCES[:1], SENTENCES[2:3], SENTENCES[::-1]])
def test_the_quick_vectors_are_those_of_the_network(network: Network, some: Sequence[str]) -> None:
    """Whatever sentences come together, each word has the vector the library gives it."""
    docs = _docs(some)
    for quick, slow in zip(for_reading(network).predict(docs), network.predict(docs), strict=True):
        assert quick.shape == slow.shape
        assert np.abs(quick - slow).max() < 1e-5


def test_a_word_met_before_keeps_its_vector(network: Network) -> None:
    """The vectors of a sentence do not depend on what was read before it, nor on how many words were."""
    quick = for_reading(network)
    first = quick.predict(_docs(SENTENCES[:1]))[0]
    quick.predict(_docs([" ".join(f"kata{number}" for number in range(start, start + 100)) for start in range(0, 10_500, 100)]))
    assert np.abs(quick.predict(_docs(SENTENCES[:1]))[0] - first).max() < 1e-5


def test_quick_vectors_cannot_be_trained(network: Network) -> None:
    """Training asks for the network they were made from."""
    _, back = for_reading(network)(_docs(SENTENCES), is_train=True)
    with pytest.raises(NotImplementedError, match="train the network"):
        back([])
