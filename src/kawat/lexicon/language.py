"""One language: a folder of data, each file read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import get_args

from kawat.errors import BadData
from kawat.lexicon.actors import Names, read_names
from kawat.lexicon.cues import Cues, CuesFile
from kawat.lexicon.figures import FigureWords, read_figures
from kawat.lexicon.issues import ContextsFile, IssuesFile, LabelRow, LabelsFile
from kawat.lexicon.numbers import Numbers, read_numbers
from kawat.lexicon.ontology import contexts, event_types
from kawat.lexicon.realis import RealisFile
from kawat.lexicon.roles import Role, RolesFile
from kawat.lexicon.rules import Rule, read_rules
from kawat.lexicon.silence import SilenceFile
from kawat.lexicon.table import DATA, Row, read_toml
from kawat.lexicon.talks import TalksFile
from kawat.lexicon.time import Times, read_times
from kawat.lexicon.titles import CoreferenceFile, RoleRow, TitlesFile
from kawat.lexicon.tokens import Tokens, TokensFile
from kawat.match.phrases import Phrases, phrases
from kawat.nouns.record import PositionKind

LANGUAGES = DATA / "languages"


class Settings(Row, frozen=True):
    """`language.toml`: what the engine must know before it reads anything else.

    `key` says on what rules match (`form` where one lemma hides several verbs, `lemma` elsewhere); `tokenizer` and `splitter` name
    strategies of the parse room; `confused_with` lists languages the page's own word decides against,
    else common words that only this language (`own_words`) or only its likes (`foreign_words`) have; `model` is the module of the
    installed data wheel; `dictionary` is what simplemma calls the language where its lemmas are better than the model's.
    """

    name: str
    key: str
    tokenizer: str
    splitter: str
    model: str
    confused_with: tuple[str, ...] = ()
    dictionary: str | None = None
    own_words: tuple[str, ...] = ()
    foreign_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Language:
    """A language pack by its ISO 639-1 code and folder."""

    code: str
    folder: Path

    @cached_property
    def settings(self) -> Settings:
        """`language.toml`."""
        return read_toml(self.folder / "language.toml", Settings)

    @cached_property
    def tokens(self) -> Tokens:
        """`tokens.toml`."""
        return Tokens(read_toml(self.folder / "tokens.toml", TokensFile))

    @cached_property
    def grammar(self) -> RolesFile:
        """`roles.toml`."""
        return read_toml(self.folder / "roles.toml", RolesFile)

    @cached_property
    def roles(self) -> dict[str, Role]:
        """The roles of `roles.toml` by name."""
        return {row.name: Role(row) for row in self.grammar.role}

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """The verbs that carry a noun that is the event."""
        return frozenset(self.grammar.light_verbs)

    @cached_property
    def passive_light_verbs(self) -> frozenset[str]:
        """The passive forms of the light verbs, where the language makes them from the active ones."""
        passive = self.grammar.passive
        return frozenset(form for verb in self.light_verbs for form in (passive.forms(verb) if passive else ()))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """`events/*.toml`."""
        return read_rules(self.code, self.folder / "events", self.grammar.passive, {c: t.modes for c, t in event_types().items()})

    @cached_property
    def speaker_rules(self) -> frozenset[str]:
        """The names of the rules whose words are the act of whoever says them."""
        return frozenset(rule.name for rule in self.rules if not rule.actor)

    @cached_property
    def effects(self) -> frozenset[str]:
        """The names of the rules that only tell what another event did."""
        return frozenset(rule.name for rule in self.rules if rule.effect)

    @cached_property
    def position_rules(self) -> tuple[Rule, ...]:
        """`positions/*.toml`: one file a kind of position, in the shape of event rules."""
        return read_rules(self.code, self.folder / "positions", self.grammar.passive, dict.fromkeys(get_args(PositionKind), ()))

    @cached_property
    def context_phrases(self) -> Phrases[tuple[str, ...]]:
        """The phrases of `contexts.toml` with the contexts each tells; raises BadData for a context PLOVER does not have."""
        file = read_toml(self.folder / "contexts.toml", ContextsFile)
        if unknown := sorted(set(file.context) - set(contexts())):
            raise BadData(f"{self.code}/contexts.toml: no context of PLOVER's is called {unknown[0]}. ontology/contexts.toml lists them")
        told = dict.fromkeys(phrase for listed in file.context.values() for phrase in listed)
        return phrases((phrase, tuple(context for context, listed in file.context.items() if phrase in listed)) for phrase in told)

    @cached_property
    def issue_phrases(self) -> Phrases[str]:
        """The phrases of `issues.toml` with the issue each names."""
        file = read_toml(self.folder / "issues.toml", IssuesFile)
        return phrases((phrase, issue) for issue, listed in file.issue.items() for phrase in listed)

    @cached_property
    def label_phrases(self) -> Phrases[LabelRow]:
        """The loaded words of `labels.toml`."""
        return phrases((word, row) for row in read_toml(self.folder / "labels.toml", LabelsFile).label for word in row.words)

    @cached_property
    def talks(self) -> TalksFile:
        """`talks.toml`: the words of negotiations."""
        return read_toml(self.folder / "talks.toml", TalksFile)

    @cached_property
    def document_phrases(self) -> Phrases[str]:
        """The words of `talks.toml` for papers with the kind of each."""
        return phrases((word, kind) for kind, listed in self.talks.documents.items() for word in listed)

    @cached_property
    def party_role_phrases(self) -> Phrases[str]:
        """The words of `talks.toml` for third parties with the role of each."""
        return phrases((word, role) for role, listed in self.talks.roles.items() for word in listed)

    @cached_property
    def realis(self) -> RealisFile:
        """`realis.toml`."""
        return read_toml(self.folder / "realis.toml", RealisFile)

    @cached_property
    def names(self) -> Names:
        """`states.tsv` and `names.tsv`: how this language writes those who are known."""
        return read_names(self.folder)

    @cached_property
    def titles(self) -> TitlesFile:
        """`titles.toml`."""
        return read_toml(self.folder / "titles.toml", TitlesFile)

    @cached_property
    def title_phrases(self) -> Phrases[RoleRow]:
        """The words of `titles.toml` with what they say."""
        return phrases((word, row) for row in self.titles.role for word in row.words)

    @cached_property
    def coreference(self) -> CoreferenceFile:
        """`coreference.toml`."""
        return read_toml(self.folder / "coreference.toml", CoreferenceFile)

    @cached_property
    def silence(self) -> SilenceFile:
        """`silence.toml`."""
        return read_toml(self.folder / "silence.toml", SilenceFile)

    @cached_property
    def topic_phrases(self) -> Phrases[tuple[str, tuple[str, ...]]]:
        """The words of the topics of `silence.toml`, each with itself and the topics it tells of."""
        told: dict[str, dict[str, None]] = {}
        for topic in self.silence.topic:
            for word in topic.words:
                told.setdefault(word, {})[topic.name] = None
        return phrases((word, (word, tuple(topics))) for word, topics in told.items())

    @cached_property
    def figures(self) -> FigureWords:
        """`figures.toml`."""
        return read_figures(self.folder / "figures.toml")

    @cached_property
    def numbers(self) -> Numbers:
        """`numbers.toml`."""
        return read_numbers(self.folder / "numbers.toml")

    @cached_property
    def time(self) -> Times:
        """`time.toml`."""
        return read_times(self.folder / "time.toml", self.numbers)

    @cached_property
    def cues(self) -> Cues:
        """`cues.toml`."""
        return Cues(read_toml(self.folder / "cues.toml", CuesFile))


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack."""
    return tuple(sorted(folder.name for folder in LANGUAGES.iterdir() if (folder / "language.toml").exists()))


@cache
def language(code: str) -> Language:
    """The pack of a language; its files are read, and checked, when first used."""
    return Language(code, LANGUAGES / code)
