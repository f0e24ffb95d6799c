"""Who takes part in an event: the tree first, prepositions in the clause next, order within the clause last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kawat.coding.clause import Clause, clause_of, has_passive_subject, is_passive, sharers
from kawat.coding.compound import PEOPLE, actor_over, compound, inside
from kawat.coding.foregoing import governed, right_before
from kawat.coding.possession import suffers
from kawat.coding.scene import Scene
from kawat.coding.triggers import Hit
from kawat.lexicon.roles import Role
from kawat.match.paths import Step, follow, marker_of
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention

REACH = 12  # words after a preposition's trigger beyond which it belongs to something else
NEAR = 2  # words behind a verb within which somebody the tree hangs elsewhere may still be its object
LIST_REACH = 6  # words of a phrase before "including" opens the list that spells it out
TO_PLACES = frozenset({"ASSAULT", "CONSULT"})  # towns are bombed and visited; only states are warned, searched or sanctioned
JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})  # acts in words upon what somebody did: "welcomed Norland's decision"
ADJACENT = 3  # words between a noun and the participant beside it ("serangan besar-besaran Israel")


@dataclass(frozen=True, slots=True)
class Found:
    """A participant found, and the path, preposition or order that found it."""

    mention: Mention
    via: str


@dataclass(frozen=True)
class Search:
    """One trigger with its clause and voice; answers who stands in which role."""

    scene: Scene
    hit: Hit
    clause: Clause
    passive: bool

    def subject_words(self) -> tuple[Token, ...]:
        """The words of the subject, which a relative clause may part from its verb ("perundingan yang dijadwalkan … dibatalkan")."""
        document = self.scene.document
        subjects = [child for child in document.children(self.hit.head) if child.label.startswith("nsubj")]
        return tuple(token for subject in subjects for token in document.subtree(subject))

    def fill(self, roles: Iterable[str]) -> tuple[Found, ...]:
        """Everybody in one of the roles, compound participants spread, each once, in the order of the roles."""
        found: dict[str, Found] = {}
        for name in roles:
            for one in self._role(name):
                for member in compound(self.scene, one.mention):
                    if not self._points_nowhere(member):
                        found.setdefault(member.id, Found(member, one.via))
        return tuple(one for one in found.values() if not any(inside(one.mention, other.mention) for other in found.values()))

    def _role(self, name: str) -> tuple[Found, ...]:
        role = self.scene.language.roles.get(name)
        if role is None:
            return self._marked(name, (name,))
        if name == "between" and (pair := self._in_subject(role)):
            return pair
        agent = (self._role("agent") or self._follower(role)) if name == "subject" and self.passive else ()
        found = (self._by_path(role) or agent or (self._behind_phrase() if name == "object" else ()) or self._marked(name, role.row.markers)
                 or self._beside(role) or self._by_order(role))
        return found or (self._place(role) if role.row.places else ())

    def _behind_phrase(self) -> tuple[Found, ...]:
        """Whom a phrase ends on ("pointed the finger at Norland"), or whose the thing is that it ends with ("menampik tawaran Norland")."""
        last, rule, grammar = self.hit.last, self.hit.rule, self.scene.language.grammar
        if self.passive or self.hit.trigger.noun or len(self.hit.trigger.words) == 1 or "object" not in rule.recipient:
            return ()
        if last.pos == "ADP" and last.norm not in grammar.breaks and (mention := self._starting(last.index + 1)):
            return (Found(mention, f"[{last.norm}]"),)
        owner = self._owner(last) if last.pos in {"NOUN", "ADJ"} and rule.type in JUDGING else None
        return (Found(owner, f"owner of {last.text}"),) if owner and owner.kind != "pronoun" else ()

    def _follower(self, role: Role) -> tuple[Found, ...]:
        """Whoever stands right behind a passive verb did it, where the language has it so: "disambut baik Norland"."""
        mention = self._starting(self.hit.last.index + 1, 0) if role.row.follows else None
        return (Found(mention, "right behind"),) if mention is not None else ()

    def _in_subject(self, role: Role) -> tuple[Found, ...]:
        """The sides named in the subject of what befell their talks: "Perundingan antara Norland dan Sudland dibatalkan"."""
        for token in self.subject_words():
            if token.norm in role.row.markers and (mention := self._starting(token.index + 1)):
                return (Found(mention, f"[{token.norm}]"),)
        return ()

    def _place(self, role: Role) -> tuple[Found, ...]:
        """The place right after the trigger, perhaps behind one of the role's prepositions; behind a noun never without one."""
        tokens, marked = self.scene.document.tokens, not self.hit.trigger.noun
        for index in range(self.hit.last.index + 1, min(self.clause.last, self.hit.last.index + 4)):
            if (mention := self.scene.mentions.over(index, {"place"})) is not None:
                whole = mention.place is not None and mention.place.precision == "country"
                return (Found(mention, "place"),) if mention.country and marked and (whole or self.hit.rule.type in TO_PLACES) else ()
            marked = marked or tokens[index].norm in role.row.markers
            if tokens[index].norm not in role.row.markers and tokens[index].pos not in {"DET", "ADJ"}:
                return ()
        return ()

    def _by_path(self, role: Role) -> tuple[Found, ...]:
        if not role.paths:
            return ()
        if role.row.name == "subject" or (role.row.name == "object" and self.passive):
            return self._subject(role)
        paths = role.passive if self.passive else role.paths
        last = self.hit.last  # "dijadwalkan bertemu Norland": who stands behind a phrase of verbs hangs on its last
        carries = last.pos == "VERB" or (role.row.name == "possessor" and last.pos == "NOUN")  # "menuai kecaman Norland"
        inner = tuple(self._along(last, paths)) if carries and last.index != self.hit.head.index else ()
        return inner or tuple(self._along(self.hit.head, paths))

    def _along(self, head: Token, paths: tuple[tuple[Step, ...], ...]) -> Iterator[Found]:
        for path in paths:
            for token in follow(self.scene.document, head, path):
                if mention := self._participant(token) or self._antecedent(token):
                    yield Found(mention, token.label)
                elif self._owns(token) and (owner := self._owner(token)):
                    yield Found(owner, f"owner of {token.text}")

    def _antecedent(self, token: Token) -> Mention | None:
        """Whom a relative pronoun in the place of an object stands for: "Ola Berg, whom Norland accuses of …"."""
        head, grammar = self.hit.head, self.scene.language.grammar
        if token.label != "obj" or token.norm not in grammar.relatives or not head.label.startswith("acl"):
            return None
        return self._participant(self.scene.document.tokens[head.head])

    def _owns(self, token: Token) -> bool:
        """A thing in the place of an actor speaks for its owner, unless it is part of the trigger itself."""
        inside = self.hit.first.index <= token.index <= self.hit.last.index
        return not inside and (token.label in {"obj", "nsubj", "nsubj:pass"} or (self.passive and token.label.startswith("obl")))

    def _subject(self, role: Role) -> tuple[Found, ...]:
        """The subject of the trigger or of the verb whose subject it shares; the noun a relative clause hangs on."""
        document, grammar = self.scene.document, self.scene.language.grammar
        moved = self.passive and role.row.name == "subject"
        paths = role.passive if self.passive else role.paths
        if moved:
            return tuple(self._along(self.hit.head, paths))
        if not self.passive and (beside := right_before(self.scene, self.hit, self.clause)) is not None:
            return (Found(beside, "right before"),)
        shared = self.scene.language.roles["subject"].paths  # "flew home after being expelled": one subject, whatever he is of each verb
        for step, verb in enumerate(sharers(document, grammar, self.hit.head)):
            found = (self._controller(verb) or self._befallen(verb)) if step == 1 else ()
            found = found or tuple(self._along(verb, paths if step == 0 else shared))
            if found:
                return found if step == 0 else tuple(Found(one.mention, f"{one.via} of {verb.text}") for one in found)
            if verb.label.startswith("acl"):
                return self._charged(verb) or self._of_noun(document.tokens[verb.head], verb.label)
            if self._has_subject(verb):
                return ()
        return ()

    def _has_subject(self, verb: Token) -> bool:
        """A verb with a thing or a number for its subject shares nobody's: "where a typhoon threatens to disrupt practice"."""
        return any(child.label == "nsubj" and child.pos in {"NOUN", "NUM"} for child in self.scene.document.children(verb))

    def _controller(self, verb: Token) -> tuple[Found, ...]:
        """Whom the verb above is done to, where that one does the trigger: "accused Sudland of killing", "mendesak Norland mundur"."""
        label, document, grammar = self.hit.head.label.split(":")[0], self.scene.document, self.scene.language.grammar
        if label == "xcomp" or (label in {"advcl", "acl"} and marker_of(document, self.hit.head) in grammar.controls):
            done, role = has_passive_subject(document, verb), self.scene.language.roles["object"]
            return tuple(self._along(verb, role.passive if done else role.paths))
        return ()

    def _charged(self, verb: Token) -> tuple[Found, ...]:
        """"The rebels were accused by the army of shelling a town": the accused shelled, though the parser hangs it on the army."""
        document, grammar = self.scene.document, self.scene.language.grammar
        agent = document.tokens[verb.head]
        if not agent.label.startswith("obl") or marker_of(document, verb) not in grammar.controls:
            return ()
        return tuple(self._along(document.tokens[agent.head], self.scene.language.roles["object"].passive))

    def _befallen(self, verb: Token) -> tuple[Found, ...]:
        """Whom the verb above is done to, where a passive beside it tells what befell him before: "menahan Berg usai diperiksa"."""
        takes = self.passive and self.scene.language.grammar.passive_takes_object and self.hit.head.label == "advcl"
        if not takes or has_passive_subject(self.scene.document, verb):
            return ()
        return tuple(self._along(verb, self.scene.language.roles["object"].paths))

    def _owner(self, noun: Token) -> Mention | None:
        """Whose a thing is: praising somebody's courage praises them, demanding their withdrawal demands it of them."""
        for path in self.scene.language.roles["possessor"].paths:
            for token in follow(self.scene.document, noun, path):
                if mention := self._participant(token):
                    return mention if self.hit.rule.type == "SUPPORT" or not suffers(self.scene, noun, mention) else None
        return None

    def _of_noun(self, noun: Token, via: str) -> tuple[Found, ...]:
        """The noun a relative clause hangs on; of a paper ("resolusi yang menyerukan …"), whoever issued it."""
        if mention := self._participant(noun):
            return (Found(mention, via),)
        document = self.scene.document
        if not self.scene.language.document_phrases.stand_in((noun,)):
            owner = self._owner(noun) if via.startswith("acl") and not self.passive else None
            return (Found(owner, f"owner of {noun.text}"),) if owner else ()  # "Norland's decision to expel …"
        owners = tuple(self._along(noun, self.scene.language.roles["possessor"].paths))
        issuers = tuple(self._along(document.tokens[noun.head], self.scene.language.roles["subject"].paths))
        return owners or tuple(Found(one.mention, f"issuer of {noun.text}") for one in issuers)

    def _participant(self, token: Token) -> Mention | None:
        """The actor over a token, unless the trigger itself lies inside it."""
        mention = actor_over(self.scene, token)
        if mention is None or mention.first <= self.hit.head.index < mention.last:
            return None
        return mention

    def _points_nowhere(self, mention: Mention) -> bool:
        """True for an "it" or a clitic that stands for nobody known."""
        word, words = self.scene.document.tokens[mention.head].norm, self.scene.language.coreference
        return mention.kind == "pronoun" and mention.link is None and word in {*words.things, *words.clitic}

    def behind(self, markers: tuple[str, ...]) -> tuple[Found, ...]:
        """Whoever stands behind one of the prepositions and hangs on the trigger or its object, compound participants spread."""
        document = self.scene.document
        inner = document.tokens[self.hit.first.index:self.hit.last.index + 1]
        own = {token.index for verb in inner for token in (verb, *document.children(verb)) if token is verb or token.label == "obj"}
        found = (one for one in self._marked("", markers) if self._holder(document.tokens[one.mention.head]).head in own)
        return tuple(Found(member, one.via) for one in found for member in compound(self.scene, one.mention))

    def _holder(self, token: Token) -> Token:
        """The word itself, or the thing it is the owner of: "the ban on the movement's wing"."""
        return self.scene.document.tokens[token.head] if token.label == "nmod:poss" else token

    def _marked(self, name: str, markers: tuple[str, ...]) -> tuple[Found, ...]:
        """Participants right after one of the prepositions, after the trigger and inside the clause."""
        tokens = self.scene.document.tokens
        end = min(self.clause.last, self.hit.last.index + 1 + REACH)
        # a phrase may end in the preposition ("fire at")
        for index in range(self.hit.last.index + (len(self.hit.trigger.words) == 1), end):
            if tokens[index].pos == "VERB" and index > self.hit.last.index + 1:
                return ()
            if tokens[index].norm in markers and (mention := self._starting(index + 1) or self._included(index + 1, end)):
                return (Found(mention, f"[{tokens[index].norm}]"),)
        return ()

    def _included(self, index: int, end: int) -> Mention | None:
        """The first of a list that spells out a phrase naming nobody: "dengan para pemain kunci, termasuk Mesir, Qatar, dan AS"."""
        tokens, words = self.scene.document.tokens, self.scene.language.grammar.including
        at = next((i for i in range(index, min(end, index + LIST_REACH)) if tokens[i].norm in words), None)
        return self._starting(at + 1) if at is not None else None

    def _starting(self, index: int, skip: int = 2) -> Mention | None:
        """The widest actor that starts at a token, small words aside."""
        tokens = self.scene.document.tokens
        for at in range(index, min(index + skip + 1, len(tokens))):
            mention = self.scene.mentions.over(at, PEOPLE)
            if mention is not None and tokens[at].label == "nmod:poss" and mention.kind == "pronoun" and at < index + skip:
                continue  # "on her supporters": they, not she
            if mention is not None:
                return mention if mention.first >= index - 1 else None
            if tokens[at].pos in {"VERB", "PUNCT", "NOUN", "ADP"}:
                return None
        return None

    def _beside(self, role: Role) -> tuple[Found, ...]:
        """The participant right beside a noun, no preposition, verb or comma between."""
        side = role.row.adjacent
        if side is None or not self.hit.trigger.noun:
            return ()
        tokens = self.scene.document.tokens
        steps = range(self.hit.last.index + 1, self.hit.last.index + 2 + ADJACENT) if side == "after" else \
            range(self.hit.first.index - 1, self.hit.first.index - 2 - ADJACENT, -1)
        for index in steps:
            if not self.clause.first <= index < self.clause.last or tokens[index].pos in {"ADP", "VERB", "PUNCT", "SCONJ", "AUX", "CCONJ"}:
                return ()
            if mention := self.scene.mentions.over(index, PEOPLE):
                return (Found(mention, f"beside, {side}"),) if not mention.first <= self.hit.head.index < mention.last else ()
        return ()

    def _by_order(self, role: Role) -> tuple[Found, ...]:
        """The nearest free participant on the role's side of the trigger, inside the clause."""
        side = role.row.passive_order if self.passive else role.row.order
        if side is None or self.hit.trigger.noun or self._taken(role):
            return ()
        sentence = self.scene.document.sentence_of(self.hit.head)
        here = [m for m in self.scene.mentions.outermost(sentence, PEOPLE) if self.clause.first <= m.first and m.last <= self.clause.last]
        if side == "before":
            free = [m for m in here if m.last <= self.hit.first.index and not governed(self.scene, m)]
            return (Found(free[0], "order"),) if free else ()
        tokens, last = self.scene.document.tokens, self.hit.last.index
        free = [m for m in here if 0 < m.first - last <= NEAR and not governed(self.scene, m)
                and not any(token.pos == "PUNCT" for token in tokens[last + 1:m.first])]
        return (Found(free[0], "order"),) if free else ()

    def _taken(self, role: Role) -> bool:
        """True where the tree has somebody or something in that role that is no actor: "ketegangan mengancam gencatan senjata"."""
        paths = role.passive if self.passive else role.paths
        verbs = sharers(self.scene.document, self.scene.language.grammar, self.hit.head) if role.row.name == "subject" else (self.hit.head,)
        return any(follow(self.scene.document, verb, path) for verb in verbs for path in paths if path[0].marker is None)


def search_of(scene: Scene, hit: Hit) -> Search:
    """The search for a trigger's participants."""
    grammar = scene.language.grammar
    return Search(scene, hit, clause_of(scene.document, grammar, hit, scene.mentions.timed), is_passive(scene.document, grammar, hit))
