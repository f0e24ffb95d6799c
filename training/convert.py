"""Bring the older Indonesian GSD (2017) to its revised conventions: `python -m training.convert --ud DIR --out FILE`.

The revised train part is not published, but dev and test exist in both versions: the change is learnt from the dev pairs and checked on
the test pairs. Words are cut anew by our tokenizer, punctuation is attached anew by rule, tags and relations by logistic regression.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from kawat.lexicon.language import Language, language
from kawat.parse.conllu import Tree, Word, conllu
from kawat.parse.tokenize import tokenizer
from training.treebank import read_trees

Cut = tuple[int, int]
REVISED = ("id_gsd-dev", "id_csui-train", "id_pudud")


def main() -> None:
    """Write the converted train part and print how well the test part converts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ud", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    pack = language("id")
    old = {part: read_trees(chosen.ud / f"id/id_gsd2017-{part}.conllu", {}) for part in ("train", "dev", "test")}
    new = {part: read_trees(chosen.ud / f"id/id_gsd-{part}.conllu", {}) for part in ("dev", "test")}
    models = learnt([recut(tree, pack) for tree in old["dev"]], new["dev"])
    lemmas = lemmas_of([tree for name in REVISED for tree in read_trees(chosen.ud / f"id/{name}.conllu", {})])
    print(agreement([converted(tree, pack, models, lemmas) for tree in old["test"]], new["test"]))
    chosen.out.write_text(conllu(converted(tree, pack, models, lemmas) for tree in old["train"]), "utf-8")


def converted(tree: Tree, pack: Language, models: tuple[Pipeline, Pipeline], lemmas: dict[tuple[str, str], str]) -> Tree:
    """One sentence in the revised conventions; a lemma nobody has seen stays unknown."""
    fresh = recut(tree, pack)
    features = list(features_of(fresh))
    tags, labels = (model.predict(features) for model in models)
    words = [replace(word, pos=str(tag), label="root" if word.head == 0 else str(label),
                     lemma=lemmas.get((word.form.lower(), str(tag)), word.form if tag in ("PROPN", "PUNCT", "NUM") else ""))
             for word, tag, label in zip(fresh.words, tags, labels, strict=True)]
    return Tree(tuple(words), fresh.comments)


def recut(tree: Tree, pack: Language) -> Tree:
    """The sentence with words as our tokenizer cuts them: the first piece of a word keeps its place in the tree, the others hang on it."""
    text = tree.text
    cuts = tokenizer(pack.settings.tokenizer)(text, pack.tokens)
    spans = list(_spans(tree.words))
    holder = {place: number for number, (start, end) in enumerate(cuts) for place in range(start, end)}
    first_of = [holder[start] for start, _ in spans]
    words = [_recut(number, cut, cuts, text, tree, spans, first_of) for number, cut in enumerate(cuts)]
    return Tree(tuple(_punctuated(words)), tree.comments)


def _spans(words: Sequence[Word]) -> Iterator[Cut]:
    at = 0
    for word in words:
        yield at, at + len(word.form)
        at += len(word.form) + word.spaced


def _recut(number: int, cut: Cut, cuts: list[Cut], text: str, tree: Tree, spans: list[Cut], first_of: list[int]) -> Word:
    start, end = cut
    inside = [place for place, span in enumerate(spans) if span[0] < end and span[1] > start]
    spaced = number + 1 < len(cuts) and cuts[number + 1][0] > end
    if first_of[inside[0]] != number and len(inside) == 1:
        return Word(text[start:end], "", "PRON" if text[start:end] == "nya" else "PART", first_of[inside[0]] + 1, "dep", spaced)
    top = next((place for place in inside if tree.words[place].head - 1 not in inside), inside[0])
    head = tree.words[top].head
    return Word(text[start:end], "", tree.words[top].pos, first_of[head - 1] + 1 if head else 0, tree.words[top].label, spaced)


def _punctuated(words: list[Word]) -> Iterator[Word]:
    """The words with every mark attached as UD has it: to the clause it sets off, and so that no arc is crossed."""
    heads = [word.head for word in words]
    for place, word in enumerate(words):
        if word.pos == "PUNCT" and word.head and place + 1 not in heads:
            yield replace(word, head=_holder(words, place), label="punct")
        else:
            yield word


def _holder(words: list[Word], place: int) -> int:
    """The word a mark hangs on: the root for the last mark, else the top of what follows it, else the top of what precedes it."""
    after, before = _top(words, place, 1), _top(words, place, -1)
    root = next(number for number, word in enumerate(words, 1) if word.head == 0)
    if after is None or before is None:
        return root if after is None else after
    if words[after - 1].head == 0:
        return before
    return after if words[after - 1].head - 1 < place else before


def _top(words: list[Word], place: int, step: int) -> int | None:
    """The highest word reached from the neighbour on one side without leaving that side."""
    at = place + step
    while 0 <= at < len(words) and words[at].pos == "PUNCT":
        at += step
    if not 0 <= at < len(words):
        return None
    seen = {at}
    while (head := words[at].head) and (head - 1 > place) == (step > 0) and head - 1 not in seen:
        at = head - 1
        seen.add(at)
    return at + 1


def features_of(tree: Tree) -> Iterator[dict[str, str]]:
    """What tells the tag and relation of each word, all as the old version has it: itself, its neighbours, head and dependents."""
    below: dict[int, list[Word]] = defaultdict(list)
    for word in tree.words:
        below[word.head].append(word)
    forms = ["<", *(word.form.lower() for word in tree.words), ">"]
    for place, word in enumerate(tree.words, 1):
        head = tree.words[word.head - 1] if word.head else Word("ROOT", "", "ROOT", 0, "", True)
        case = next((child.form.lower() for child in below[place] if child.pos == "ADP"), "none")
        form, label = forms[place], word.label
        yield {
            "form": form, "start": form[:3], "end": form[-3:], "capital": str(word.form[0].isupper()), "pos": word.pos, "label": label,
            "label+pos": f"{label} {word.pos}", "label+head": f"{label} {head.pos} {head.label}", "label+case": f"{label} {case}",
            "label+side": f"{label} {word.head > place}", "label+voice": f"{label} {head.form.lower()[:2]}", "head": head.form.lower(),
            "label+below": " ".join([label, *sorted({child.label for child in below[place]})]), "form+pos": f"{form} {word.pos}",
            "before": forms[place - 1], "after": forms[place + 1],
        }


def learnt(old: Sequence[Tree], new: Sequence[Tree]) -> tuple[Pipeline, Pipeline]:
    """What predicts the revised tags, and what predicts the revised relations, from sentences that both versions have."""
    features: list[dict[str, str]] = []
    tags: list[str] = []
    labels: list[str] = []
    for before, after in _pairs(old, new):
        known = dict(zip(_spans(after.words), after.words, strict=True))
        for span, word_features in zip(_spans(before.words), features_of(before), strict=True):
            if span in known:
                features.append(word_features)
                tags.append(known[span].pos)
                labels.append(known[span].label)
    return _fitted(features, tags), _fitted(features, labels)


def _fitted(features: list[dict[str, str]], answers: list[str]) -> Pipeline:
    return make_pipeline(DictVectorizer(), LogisticRegression(C=3.0, max_iter=400)).fit(features, answers)


def _pairs(old: Sequence[Tree], new: Sequence[Tree]) -> Iterator[tuple[Tree, Tree]]:
    revised = {tree.text: tree for tree in new}
    yield from ((tree, revised[tree.text]) for tree in old if tree.text in revised)


def lemmas_of(trees: Sequence[Tree]) -> dict[tuple[str, str], str]:
    """The commonest lemma of every form and tag in revised treebanks."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree.words:
            if word.lemma:
                seen[word.form.lower(), word.pos][word.lemma] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in seen.items()}


def agreement(ours: Sequence[Tree], gold: Sequence[Tree]) -> str:
    """F1 of words, and of words with the right tag, head, and head and relation, over the sentences both have."""
    right: Counter[str] = Counter()
    for one, other in _pairs(ours, gold):
        mine, theirs = (dict(zip(_spans(tree.words), tree.words, strict=True)) for tree in (one, other))
        places = [list(_spans(tree.words)) for tree in (one, other)]
        right["sentences"] += 1
        right["all"] += len(mine) + len(theirs)
        for span in mine.keys() & theirs.keys():
            heads = [spans[word.head - 1] if word.head else None for spans, word in zip(places, (mine[span], theirs[span]), strict=True)]
            right["words"] += 1
            right["UPOS"] += mine[span].pos == theirs[span].pos
            right["UAS"] += heads[0] == heads[1]
            right["LAS"] += heads[0] == heads[1] and mine[span].label.split(":")[0] == theirs[span].label.split(":")[0]
    shares = " ".join(f"{name} {200 * right[name] / right['all']:.2f}" for name in ("words", "UPOS", "UAS", "LAS"))
    return f"{right['sentences']} sentences: {shares}"


if __name__ == "__main__":
    main()
