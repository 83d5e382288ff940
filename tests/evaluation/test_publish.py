"""The gate: a reindex that loses an answer is refused, unless its editor insists."""

import errno
import json

import pytest

from widget_server.engine.build import Build
from widget_server.engine.generations import GenerationStore
from widget_server.errors import ContentError, RelevanceError, StateError
from widget_server.evaluation import baseline
from widget_server.evaluation.publish import publish
from widget_server.indexing.layer import Layer
from widget_server.settings import Settings

QUESTIONS = "national/judged/nl.yaml"


def judged(configured: Settings, *questions: str) -> None:
    """Make these the only judged questions."""
    (configured.content / QUESTIONS).write_text("".join(questions))


def published(configured: Settings) -> str:
    return GenerationStore(configured.state).current_id()


def lose(configured: Settings) -> None:
    """Take the answer to a judged question away."""
    judged(configured, "- {query: zolder, kind: word, expects: [room-at-home]}\n")
    publish(configured)
    path = configured.content / "national/entries/room-at-home.yaml"
    path.write_text(path.read_text().replace("[logeerplek, zolder]", "[logeerplek]"))


def test_content_that_answers_its_questions_is_published(configured: Settings) -> None:
    assert publish(configured).generation == published(configured) == "000001"


def test_a_new_loss_refuses_the_generation_and_the_old_one_stays(configured: Settings) -> None:
    lose(configured)
    with pytest.raises(RelevanceError) as caught:
        publish(configured)
    assert caught.value.losses == ("nl zilverdam: zolder (word): expects room-at-home; found nothing",)
    assert published(configured) == "000001"


def test_force_publishes_all_the_same(configured: Settings) -> None:
    lose(configured)
    assert publish(configured, force=True).generation == published(configured) == "000002"


def test_a_loss_that_is_accepted_stops_no_reindex_any_more(configured: Settings) -> None:
    lose(configured)
    assert publish(configured, accept_losses=True).generation == published(configured) == "000002"
    assert baseline.read(configured.content).losses == {"nl zilverdam: zolder"}
    assert publish(configured).generation == "000003"


def test_an_answer_that_is_over_stops_no_reindex(configured: Settings) -> None:
    judged(configured, "- {query: zolder, kind: word, expects: [room-at-home]}\n")
    path = configured.content / "national/entries/room-at-home.yaml"
    path.write_text(path.read_text().replace("kind: faq", "kind: faq\nvalid_until: 2026-01-01"))
    assert publish(configured).changed


def test_an_answer_that_a_municipality_hides_is_not_expected_there(configured: Settings) -> None:
    judged(configured, "- {query: hond, kind: word, expects: [dog]}\n")
    assert "hide: [dog" in (configured.content / "zilverdam/municipality.yaml").read_text()
    assert publish(configured).changed


def test_an_answer_that_the_index_lost_is_a_loss(
    configured: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(configured, "- {query: kamer, kind: word, expects: [room-at-home]}\n")
    digests = Layer.digests
    monkeypatch.setattr(
        Layer,
        "digests",
        lambda layer: {key: value for key, value in digests(layer).items() if key != "room-at-home"},
    )
    with pytest.raises(RelevanceError):
        publish(configured)


def test_what_could_not_be_published_is_no_baseline(
    configured: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(configured)

    def full(_: Build) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Build, "publish", full)
    with pytest.raises(StateError):
        publish(configured, accept_losses=True)
    assert not (configured.content / baseline.FILE).exists()


def test_a_loss_that_the_baseline_knows_is_no_reason_to_refuse(configured: Settings) -> None:
    lose(configured)
    (configured.content / baseline.FILE).write_text(json.dumps({"losses": ["nl zilverdam: zolder"]}))
    assert publish(configured).generation == "000002"


def test_an_answer_to_an_unanswerable_question_is_a_loss(configured: Settings) -> None:
    judged(configured, "- {query: hulplijn, kind: unanswerable, expects: []}\n")
    with pytest.raises(RelevanceError) as caught:
        publish(configured)
    (loss,) = caught.value.losses
    assert loss.startswith("nl zilverdam: hulplijn (unanswerable): expects nothing; found room-at-home")


def test_faults_in_the_content_come_before_any_judging_and_cannot_be_forced(configured: Settings) -> None:
    judged(configured, "- {query: hond, kind: word, expects: [nobody]}\n")
    for force in (False, True):
        with pytest.raises(ContentError):
            publish(configured, force=force)


def test_content_without_judged_questions_is_published(configured: Settings) -> None:
    for path in configured.content.rglob("judged/*.yaml"):
        path.unlink()
    assert publish(configured).changed


def test_nothing_is_judged_while_the_content_is_the_same(configured: Settings) -> None:
    lose(configured)
    publish(configured, force=True)
    assert not publish(configured, only_if_stale=True).changed
