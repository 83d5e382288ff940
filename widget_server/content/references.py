"""References between files, as each municipality's reader would meet them.

A municipality's entry takes the place of the national one with its id, so a national answer
must find its contact points in both. An entry whose file could not be read still exists:
its own fault is enough.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from widget_server.content.codes import Code
from widget_server.content.drafts import LayerDraft
from widget_server.content.faults import did_you_mean
from widget_server.content.model import NATIONAL, OWN_MUNICIPALITY, Reference
from widget_server.content.nodes import Scalar
from widget_server.content.readers.entry import EntryDraft, reference
from widget_server.content.readers.judged import JudgedDraft
from widget_server.content.readers.municipality import MunicipalityDraft
from widget_server.content.vocabulary import report_dead
from widget_server.languages import Language


def check_references(layers: Mapping[str, LayerDraft]) -> None:
    """Note each reference that leads nowhere in the file it stands in."""
    check = _Check(layers)
    check.definitions()
    for layer in layers.values():
        check.municipality(layer)
        check.entries(layer)
        check.examples(layer)
        check.judged(layer)


class _Check:
    def __init__(self, layers: Mapping[str, LayerDraft]) -> None:
        self.layers = layers
        self.national = layers[NATIONAL]
        self.municipal = {name: layer for name, layer in layers.items() if name != NATIONAL}
        self.visible: dict[str, frozenset[str]] = {}
        #: What stands in these is not known for sure.
        self.spoilt = frozenset(
            file.name for layer in layers.values() for file in layer.files.files if file.faults
        )

    def definitions(self) -> None:
        """A topic or place is one for all municipalities, a source for one; none replaces a national one."""
        taken: dict[tuple[str, str], str] = {}
        for layer in self.layers.values():
            for definition in layer.definitions:
                name = definition.name
                key = (definition.what, name.value)
                if key in taken:
                    message = f"the {definition.what} '{name.value}' is defined in {taken[key]}"
                    definition.file.report(name.mark, Code.REPEATED_NAME, message)
                elif layer is self.national or definition.what != "source":
                    taken[key] = definition.file.name

    def municipality(self, layer: LayerDraft) -> None:
        """The organisation must have contact points, as the last resort of each reader; `hide` hides what exists."""
        draft = layer.municipality
        if draft is None:
            return
        for hidden in draft.hide:
            if hidden.value not in self.national.files.entries:
                report_dead(draft.file, hidden, "national entry", self.national.files.entries)
        if draft.organisation is not None:
            self._own_organisation(layer, draft, draft.organisation)

    def entries(self, layer: LayerDraft) -> None:
        """Each `turn_to` leads to an organisation, and each reader to one of them, wherever the entry is shown."""
        for draft in layer.entries.values():
            self._somebody(layer, draft)
            for item in draft.turn_to:
                if reference(item.value).organisation == OWN_MUNICIPALITY:
                    self._own_contact(layer, draft, item)
                else:
                    self._organisation(layer, draft, item)
            if layer is not self.national:
                self._replacement(layer, draft)

    def examples(self, layer: LayerDraft) -> None:
        """What answers an example exists, for some reader; and no example is a judged question."""
        known = self._all_ids if layer is self.national else frozenset(self._ids(layer))
        for draft in layer.examples:
            for answer in draft.answers:
                if answer.value not in known:
                    report_dead(draft.file, answer, "entry", known)
            if (draft.example.language, _as_asked(draft.example.query)) in self._judged_questions:
                message = f"'{draft.example.query}' is a judged question"
                draft.file.report(draft.query.mark, Code.JUDGED_EXAMPLE, message)

    def judged(self, layer: LayerDraft) -> None:
        """What a question expects can be found in the municipality where it is asked."""
        for draft in layer.judged:
            slug = draft.question.municipality
            if slug is not None and slug not in self.municipal:
                self._asked_nowhere(draft)
            else:
                self._expects(draft, slug)

    @cached_property
    def _all_ids(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(layer.files.entries for layer in self.layers.values()))

    @cached_property
    def _judged_questions(self) -> frozenset[tuple[Language, str]]:
        drafts = chain.from_iterable(layer.judged for layer in self.layers.values())
        return frozenset((draft.question.language, _as_asked(draft.question.query)) for draft in drafts)

    def _own_organisation(self, layer: LayerDraft, draft: MunicipalityDraft, organisation: Scalar) -> None:
        if not self._exists(layer, organisation.value):
            report_dead(draft.file, organisation, "entry", self._ids(layer))
            return
        found = self._effective(layer, organisation.value)
        if found is not None and found.is_faq:
            draft.file.report(organisation.mark, Code.NOT_AN_ORGANISATION, f"'{organisation.value}' is a faq")
        elif found is not None and (absence := self._absence(layer, found)):
            message = f"'{organisation.value}' {absence}: readers without an answer would have nobody to ask"
            draft.file.report(
                organisation.mark, Code.DEAD_REFERENCE, message, "name one that is always shown"
            )
        elif found is not None and not found.contact_names and not found.file.faults:
            message = f"'{organisation.value}' has no contact points"
            draft.file.report(organisation.mark, Code.NO_CONTACT_POINT, message)

    def _absence(self, layer: LayerDraft, found: EntryDraft) -> str:
        """Why readers of this layer do not get `found`, now or one day; empty when they always do."""
        if found.file.name in self.spoilt or not self._is_known(layer):
            return ""
        if found.entry.valid_until:
            return f"is shown until {found.entry.valid_until}"
        if found.entry.id in layer.files.entries or self._shows(layer, found):
            return ""
        own = layer.municipality
        hidden = own is not None and found.entry.id in own.municipality.hide
        return "stands under `hide`" if hidden else f"is not for the regions of {layer.files.name}"

    def _somebody(self, layer: LayerDraft, draft: EntryDraft) -> None:
        """An answer may turn to one organisation here and to another there; to none, it is a dead end.

        One fault is enough, however many municipalities there are.
        """
        targets = [reference(item.value).organisation for item in draft.turn_to]
        if not targets or draft.contact_names or draft.file.name in self.spoilt:
            return
        if not self._steady.isdisjoint(targets):
            return
        for shown in [layer] if layer is not self.national else self._showing(draft):
            if not any(self._reaches(shown, draft, target) for target in targets):
                self._report_dead_end(shown, draft)
                return

    @cached_property
    def _steady(self) -> frozenset[str]:
        """What every reader gets at all times: most entries turn to one of these."""
        entries = (draft.entry for draft in self.national.entries.values())
        bounded = {entry.id for entry in entries if entry.regions or entry.valid_until}
        for layer in self.municipal.values():
            own = layer.municipality
            bounded |= layer.files.entries.keys() | (own.municipality.hide if own else set())
        return frozenset({OWN_MUNICIPALITY} | self.national.entries.keys() - bounded)

    def _reaches(self, layer: LayerDraft, draft: EntryDraft, target: str) -> bool:
        """Whether readers of this layer get `target` for as long as they get the entry that turns to it."""
        found = self._effective(layer, target)
        if found is None or found.file.name in self.spoilt or not self._is_known(layer):
            return True  # a fault of its own is enough
        if target not in layer.files.entries and not self._shows(layer, found):
            return False
        ends, needed = found.entry.valid_until, draft.entry.valid_until
        return ends is None or (needed is not None and needed <= ends)

    def _is_known(self, layer: LayerDraft) -> bool:
        """Whether it is known for sure which national entries the readers of this layer get."""
        own = layer.municipality
        return own is not None and own.file.name not in self.spoilt

    def _report_dead_end(self, layer: LayerDraft, draft: EntryDraft) -> None:
        """At `hide`, if that is why; else where the entry turns to somebody."""
        own, entry_id = layer.municipality, draft.entry.id
        targets = {reference(item.value).organisation for item in draft.turn_to}
        hidden = next((item for item in own.hide if item.value in targets), None) if own else None
        if own is not None and hidden is not None:
            message = f"'{entry_id}' turns to '{hidden.value}', and is shown here"
            hint = f"hide '{entry_id}' as well" if draft.entry.municipality is None else ""
            own.file.report(
                hidden.mark, Code.DEAD_REFERENCE, message, hint or "let it turn to another as well"
            )
            return
        message = (
            f"readers in {layer.files.name} do not get '{draft.turn_to[0].value}' as long as they get this"
        )
        hint = "turn to `municipality` as well, or limit this entry in the same way, by `regions` or `valid_until`"
        draft.file.report(draft.turn_to[0].mark, Code.DEAD_REFERENCE, message, hint)

    def _own_contact(self, layer: LayerDraft, draft: EntryDraft, item: Scalar) -> None:
        """`municipality/phone`: in each municipality that shows the entry."""
        contact = reference(item.value).contact
        for shown in [layer] if layer is not self.national else self._showing(draft):
            own = shown.municipality
            found = self._effective(shown, own.municipality.organisation) if own else None
            if contact is not None and found is not None and contact not in found.contact_names:
                message = f"'{found.entry.id}', the organisation of {shown.files.name}, has no '{contact}'"
                hint = did_you_mean(contact, found.contact_names)
                draft.file.report(item.mark, Code.NO_CONTACT_POINT, message, hint)

    def _organisation(self, layer: LayerDraft, draft: EntryDraft, item: Scalar) -> None:
        target = reference(item.value)
        if not self._exists(layer, target.organisation):
            wanted = Scalar(target.organisation, item.mark)
            report_dead(draft.file, wanted, "organisation", [*self._ids(layer), OWN_MUNICIPALITY])
            return
        found = self._effective(layer, target.organisation)
        if found is not None and found.is_faq:
            draft.file.report(item.mark, Code.NOT_AN_ORGANISATION, f"'{target.organisation}' is a faq")
        elif found is not None and target.contact is not None and target.contact not in found.contact_names:
            hint = did_you_mean(target.contact, found.contact_names)
            message = f"'{target.organisation}' has no '{target.contact}'"
            draft.file.report(item.mark, Code.NO_CONTACT_POINT, message, hint)

    def _replacement(self, layer: LayerDraft, own: EntryDraft) -> None:
        """A municipality's entry in the place of a national one has what national answers turn to."""
        for draft, target in self._turning_to.get(own.entry.id, ()):
            if not self._shows(layer, draft):
                continue
            if own.is_faq:
                message = f"the national entry '{draft.entry.id}' turns to this entry, which is a faq here"
                own.file.report(own.contacts, Code.NOT_AN_ORGANISATION, message)
            elif target.contact is not None and target.contact not in own.contact_names:
                message = f"the national entry '{draft.entry.id}' turns to '{target.contact}'"
                own.file.report(own.contacts, Code.NO_CONTACT_POINT, message)

    @cached_property
    def _turning_to(self) -> Mapping[str, Sequence[tuple[EntryDraft, Reference]]]:
        """By organisation, the national answers that turn to it."""
        found: defaultdict[str, list[tuple[EntryDraft, Reference]]] = defaultdict(list)
        for draft in self.national.entries.values():
            for item in draft.turn_to:
                target = reference(item.value)
                found[target.organisation].append((draft, target))
        return found

    def _asked_nowhere(self, draft: JudgedDraft) -> None:
        if draft.municipality is not None:
            report_dead(draft.file, draft.municipality, "municipality", self.municipal)

    def _expects(self, draft: JudgedDraft, slug: str | None) -> None:
        layer = self.municipal[slug] if slug else self.national
        visible = self._visible(layer)
        for item in draft.expects:
            if item.value not in visible:
                report_dead(draft.file, item, f"entry in {layer.files.name}", visible)

    def _visible(self, layer: LayerDraft) -> frozenset[str]:
        """The ids of all entries that a reader of this layer gets."""
        name = layer.files.name
        if name not in self.visible:
            hidden = {e.entry.id for e in self.national.entries.values() if not self._shows(layer, e)}
            shared = self.national.files.entries.keys() - hidden
            self.visible[name] = frozenset(layer.files.entries) | shared
        return self.visible[name]

    def _ids(self, layer: LayerDraft) -> list[str]:
        return [*self.national.files.entries, *layer.files.entries]

    def _exists(self, layer: LayerDraft, entry_id: str) -> bool:
        return entry_id in layer.files.entries or entry_id in self.national.files.entries

    def _effective(self, layer: LayerDraft, entry_id: str) -> EntryDraft | None:
        """The entry that a reader of this layer gets; None when its file could not be read."""
        owner = layer if entry_id in layer.files.entries else self.national
        return owner.entries.get(entry_id)

    def _showing(self, draft: EntryDraft) -> Iterator[LayerDraft]:
        return (layer for layer in self.municipal.values() if self._shows(layer, draft))

    def _shows(self, layer: LayerDraft, draft: EntryDraft) -> bool:
        """Whether this layer shows a national entry: neither replaced, nor hidden, nor for other places."""
        if layer is self.national:
            return True
        own = layer.municipality
        if draft.entry.id in layer.files.entries or own is None:
            return False
        places = {own.municipality.province, own.municipality.region}
        elsewhere = draft.entry.regions and places.isdisjoint(draft.entry.regions)
        return draft.entry.id not in own.municipality.hide and not elsewhere


def _as_asked(query: str) -> str:
    """A question without what does not make it another one: capitals and the sign at its end."""
    return query.casefold().rstrip(" .?!")
