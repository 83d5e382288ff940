"""Each command, as it is typed: what it prints, what it answers with, and what it leaves on the disk."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from widget_server import cli
from widget_server.search.clock import now

SAMPLE = Path(__file__).parent / "content" / "sample"
ROOM = "national/entries/room-at-home.yaml"

Run = Callable[..., Result]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _environment(folder: Path, cache: Path) -> dict[str, str]:
    return {
        "PORT": str(_free_port()),
        "TERECHT_CONTENT": str(folder / "index_data"),
        "TERECHT_STATE": str(folder / "state"),
        "TERECHT_CACHE": str(cache),
    }


@pytest.fixture(scope="module")
def published(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample as content, and a state folder in which it is published."""
    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(SAMPLE, folder / "index_data")
    done = CliRunner().invoke(cli.main, ["reindex"], env=_environment(folder, cache))
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    """A copy of `published` to change."""
    return shutil.copytree(published, tmp_path / "copy")


@pytest.fixture
def run(folder: Path, cache: Path) -> Run:
    """A command line, in `folder`; variables of the environment by name."""

    def invoke(*arguments: str, **environment: str) -> Result:
        return CliRunner().invoke(cli.main, arguments, env=_environment(folder, cache) | environment)

    return invoke


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_validate_counts_what_is_right(run: Run) -> None:
    done = run("validate")
    first, *_ = done.stdout.splitlines()
    assert (done.exit_code, first, done.stderr) == (
        0,
        "6 entries (5 of them shown) in 14 files: no faults",
        "",
    )


def test_validate_ends_with_what_is_over_and_what_will_be(run: Run, folder: Path) -> None:
    last_day = now().date() + timedelta(days=10)
    replace(folder / "index_data" / ROOM, "owner:", f"valid_until: {last_day}\nowner:")
    done = run("validate")
    assert done.exit_code == 0
    assert [line for line in done.stdout.splitlines() if "promoted" not in line][1:] == [
        "note: index_data/national/entries/zeeland-only.yaml is no longer shown since 2026-07-01",
        f"note: index_data/national/entries/room-at-home.yaml is shown until {last_day}",
    ]


def test_validate_of_content_that_goes_on_counts_it_and_notes_nothing(run: Run, folder: Path) -> None:
    (folder / "index_data/national/entries/zeeland-only.yaml").unlink()
    bureau = folder / "index_data/national/entries/room-bureau.yaml"
    replace(bureau, "until: 2026-12-31", "until: 9999-12-31")
    assert run("validate").stdout == "5 entries in 13 files: no faults\n"


def test_validate_tells_each_fault_with_its_place(run: Run, folder: Path) -> None:
    replace(folder / "index_data" / ROOM, "kind: faq", "kind: fag")
    replace(folder / "index_data/national/entries/dog.yaml", "[animals]", "[pets]")
    done = run("validate")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "index_data/national/entries/room-at-home.yaml:1:7: unknown-value" in done.stderr
    assert "index_data/national/entries/dog.yaml:3:" in done.stderr
    assert done.stderr.endswith("terecht: 2 faults in the content\n")


def test_validate_of_a_folder_that_is_not_there_says_so(run: Run, tmp_path: Path) -> None:
    done = run("validate", TERECHT_CONTENT=str(tmp_path / "nowhere"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"terecht: the content folder {tmp_path}/nowhere does not exist; "
        "set TERECHT_CONTENT to the one that holds the content\n"
    )


def test_reindex_tells_what_it_does_and_what_it_did(run: Run, folder: Path) -> None:
    replace(folder / "index_data" / ROOM, "Ik heb een kamer over", "Een kamer over")
    done = run("reindex")
    told, *noted = done.stdout.splitlines()
    assert done.exit_code == 0
    assert told == "Generation 000002 published: 6 entries (5 of them shown), 1 municipality"
    assert noted == run("validate").stdout.splitlines()[1:] != []
    assert done.stderr.splitlines() == [
        "Reading …",
        "Indexing national …",
        "Looking up words …",
        "Packing …",
        "Checking …",
    ]


def test_reindex_if_stale_does_nothing_while_the_content_is_the_same(run: Run) -> None:
    done = run("reindex", "--if-stale")
    told, *noted = done.stdout.splitlines()
    assert told == "Generation 000001 up to date: 6 entries (5 of them shown), 1 municipality"
    assert noted == run("validate").stdout.splitlines()[1:] != []


def test_reindex_of_faulty_content_publishes_nothing(run: Run, folder: Path) -> None:
    replace(folder / "index_data" / ROOM, "kind: faq", "kind: fag")
    done = run("reindex")
    assert done.exit_code == 1
    assert "room-at-home.yaml:1:7" in done.stderr
    assert (folder / "state/current").read_text() == "000001\n"


def test_reindex_that_loses_an_answer_is_refused_until_forced(run: Run, folder: Path) -> None:
    questions = folder / "index_data/national/judged/nl.yaml"
    questions.write_text("- {query: fietsenmaker, kind: word, expects: [room-at-home]}\n")
    refused = run("reindex")
    assert refused.exit_code == 1
    assert "nl zilverdam: fietsenmaker (word): expects room-at-home; found nothing" in refused.stderr
    assert refused.stderr.splitlines()[-1].startswith(
        "terecht: 1 loss against the judged questions; mend the content, or"
    )
    assert run("reindex", "--force").exit_code == 0


def test_rollback_goes_back_and_says_where_it_is(run: Run, folder: Path) -> None:
    run("reindex")
    done = run("rollback")
    assert done.exit_code == 0
    assert done.stdout.startswith("Back at generation 000001")
    assert (folder / "state/current").read_text() == "000001\n"


def test_rollback_with_nothing_to_go_back_to_changes_nothing(run: Run, folder: Path) -> None:
    done = run("rollback")
    assert (done.exit_code, done.stderr) == (
        1,
        "terecht: there is no generation older than 000001 to go back to\n",
    )
    assert (folder / "state/current").read_text() == "000001\n"


@pytest.mark.parametrize("command", [["search", "kamer"], ["rollback"], ["evaluate"]])
def test_without_an_index_a_command_says_how_to_make_one(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    done = run(*command, TERECHT_STATE=str(tmp_path / "empty"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("run `terecht reindex`\n")
    assert not (tmp_path / "empty/generations").exists() or command == ["rollback"]


def test_search_prints_answers_with_whom_to_turn_to(run: Run) -> None:
    lines = run("search", "kamer over").stdout.splitlines()
    assert lines[:4] == [
        "1. Ik heb een kamer over  [room-at-home]",
        "   Meld uw kamer bij het Kamerbureau.",
        "   - Kamerbureau Zilverdam: 0592-26 66 62",
        "   - Gemeente Zilverdam: 14 0591",
    ]
    assert lines[-1].endswith(" found")


def test_search_answers_in_the_language_of_the_page(run: Run) -> None:
    assert run("search", "kamer over", "--lang", "uk").stdout.startswith("1. У мене є вільна кімната")


def test_search_says_what_it_searched_for_instead(run: Run) -> None:
    assert run("search", "kmnata", "--lang", "ru").exit_code == 0
    assert run("search", "gemeentehuisss").exit_code == 0
    assert run("search", "bureav", "--lang", "en").stdout.startswith("Searched for: bureau\n")


def test_search_without_an_answer_says_whom_to_ask(run: Run) -> None:
    assert run("search", "xyzzyqq").stdout == (
        "Nothing found in nl, en, uk, ru. Ask Gemeente Zilverdam:\n   - Gemeente Zilverdam: 14 0591\n0 found\n"
    )


def test_search_explains_itself(run: Run) -> None:
    lines = run("search", "een kamer", "--explain").stdout.splitlines()
    assert lines[0].startswith("een: asks for nothing")
    assert lines[1].startswith("kamer: exact, information")
    assert "nl kamer (1.00)" in lines[1]
    assert lines[2].startswith("1. room-at-home  score")


def test_search_tells_what_examples_lift(run: Run, folder: Path) -> None:
    examples = folder / "index_data" / "national" / "examples" / "nl.yaml"
    examples.write_text("heeft iemand een kamer: room-bureau\nmag de hond mee: dog\n")
    run("reindex", "--force")
    lines = run("search", "een kamer", "--explain").stdout.splitlines()
    (lifted,) = (place for place, line in enumerate(lines) if "examples like this question: x " in line)
    assert float(lines[lifted].rpartition(" ")[2]) > 1
    assert [line for line in lines[:lifted] if "  score" in line][-1].split()[1] == "room-bureau"


def test_search_tells_what_it_counts_for_whose_an_answer_is(run: Run) -> None:
    lines = run("search", "gemeente zilverdam", "--explain").stdout.splitlines()
    own = next(
        place for place, line in enumerate(lines) if "whose it is, for whom, and promotions: x 1.10" in line
    )
    assert [line for line in lines[:own] if "  score" in line][-1].split()[1] == "gemeente-zilverdam"


def test_search_for_an_audience_browses_too(run: Run) -> None:
    assert "[room-at-home]" in run("search", "", "--audience", "host").stdout
    assert run("search", "", "--audience", "host", "--explain").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search", "kamer", "--lang", "ua"], "terecht: lang: is 'ua'; it takes one of nl, en, uk, ru"),
        (
            ["search", "kamer", "--municipality", "nergens"],
            "terecht: municipality: 'nergens' is not on this server",
        ),
        (["search", "kamer", "--audience", "all"], "terecht: audience: is 'all'"),
        (["search", "x" * 201], "terecht: q: has 201 characters; it takes at most 200"),
        (["search"], "Missing argument 'QUERY'"),
        (["serach"], "No such command 'serach'"),
        (["reindex", "--now"], "No such option"),
        (["evaluate", "--set", "/nowhere"], "'/nowhere' does not exist"),
        (["evaluate", "--kind", "word"], "name it with --set"),
        (["reindex", "--force", "--accept-losses"], "leave --force and --if-stale out"),
        (["evaluate", "--hide-titles"], "name it with --set"),
        (["evaluate", "--set", ".", "--write-baseline"], "has no baseline"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_right(run: Run, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr


@pytest.mark.parametrize("command", ["validate", "reindex", "rollback", "serve", "evaluate"])
def test_a_setting_that_cannot_be_used_stops_every_command(run: Run, command: str) -> None:
    done = run(command, TERECHT_PORT="http", TERECHT_WORKERS="0")
    assert done.exit_code == 2
    assert "TERECHT_PORT is 'http'; it takes a number from 1 to 65535" in done.stderr
    assert "TERECHT_WORKERS is '0'; it takes a number from 1" in done.stderr


def test_a_state_folder_that_cannot_be_written_is_told_without_a_traceback(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("reindex", TERECHT_STATE=str(tmp_path / "file"))
    assert done.exit_code == 1
    assert f"{tmp_path}/file" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.output
    assert isinstance(done.exception, SystemExit)


def test_evaluate_prints_the_scorecard_and_fails_on_a_new_loss(run: Run, folder: Path) -> None:
    fine = run("evaluate")
    assert fine.exit_code == 0
    assert fine.stdout.splitlines()[1].split()[:3] == ["all", "3", "1.000"]
    questions = folder / "index_data/national/judged/nl.yaml"
    questions.write_text("- {query: fietsenmaker, kind: word, expects: [room-at-home]}\n")
    lost = run("evaluate")
    assert lost.exit_code == 1
    assert "lost  nl zilverdam: fietsenmaker (word): expects room-at-home; found nothing" in lost.stdout
    assert "terecht: 1 loss against the judged questions" in lost.stderr
    assert "note: the content has changed since it was indexed" in lost.stderr


def test_a_loss_that_is_accepted_fails_no_longer(run: Run, folder: Path) -> None:
    (folder / "index_data/national/judged/nl.yaml").write_text(
        "- {query: zolder, kind: word, expects: [room-at-home]}\n"
    )
    assert run("reindex").exit_code == 0
    replace(folder / "index_data" / ROOM, "[logeerplek, zolder]", "[logeerplek]")
    assert run("reindex").exit_code == 1
    accepted = run("reindex", "--accept-losses")
    assert (accepted.exit_code, accepted.stdout.split()[:3]) == (0, ["Generation", "000003", "published:"])
    assert (folder / "index_data/baseline.json").exists()
    for command in ("validate", "evaluate", "reindex"):  # the baseline is no stray file
        assert run(command).exit_code == 0


def test_evaluate_fails_when_an_answer_comes_later_than_it_did(run: Run, folder: Path) -> None:
    figures = {group: {"mrr": 1.0, "ndcg": 1.0} for group in ("all", "nl")}
    (folder / "index_data/baseline.json").write_text(json.dumps({"losses": [], "figures": figures}))
    assert run("evaluate").exit_code == 0
    (folder / "index_data/national/judged/nl.yaml").write_text(
        "- {query: een kamer, kind: word, expects: [room-bureau]}\n"
    )
    worse = run("evaluate")
    assert worse.exit_code == 1
    assert "nl: MRR fell from 1.000 to" in worse.stderr


def test_a_baseline_is_written_from_what_is_published(run: Run, folder: Path) -> None:
    questions = folder / "index_data/national/judged/nl.yaml"
    questions.write_text("- {query: fietsenmaker, kind: word, expects: [room-at-home]}\n")
    assert run("evaluate", "--write-baseline").exit_code == 0
    assert run("evaluate").exit_code == 0


def test_evaluate_takes_a_set_of_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(
        '{"id": "d", "lang": "nl", "title": "Paspoort", "text": "Afspraak."}\n'
    )
    (tmp_path / "queries.jsonl").write_text(
        '{"id": "q", "lang": "nl", "kind": "word", "text": "paspoort", "relevant": ["d"]}\n'
    )
    assert run("evaluate", "--set", str(tmp_path)).stdout.splitlines()[1].split()[:3] == ["all", "1", "1.000"]
    hidden = run("evaluate", "--set", str(tmp_path), "--hide-titles")
    assert hidden.stdout.splitlines()[1].split()[:3] == ["all", "1", "0.000"]
    wrong = run("evaluate", "--set", str(tmp_path), "--kind", "wrod")
    assert (wrong.exit_code, "it has word" in wrong.stderr) == (2, True)


def test_serve_indexes_first_where_nothing_is_published(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[bool] = []
    monkeypatch.setattr("widget_server.web.serve.take_over", lambda: served.append(True))
    port = _free_port()
    done = run("serve", TERECHT_STATE=str(tmp_path / "new"), PORT=str(port))
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Terecht answers on http://127.0.0.1:{port} (stop with Ctrl+C)\n")
    assert f"http://127.0.0.1:{port}/webmasters" in done.stdout
    assert (tmp_path / "new/current").read_text() == "000001\n"
    assert served


def test_serve_serves_what_is_published_even_where_the_content_is_faulty_by_now(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widget_server.web.serve.take_over", lambda: None)
    replace(folder / "index_data" / ROOM, "kind: faq", "kind: fag")
    assert run("serve").exit_code == 0


def test_serve_does_not_start_where_there_is_nothing_to_serve(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widget_server.web.serve.take_over", lambda: pytest.fail("it started"))
    replace(folder / "index_data" / ROOM, "kind: faq", "kind: fag")
    done = run("serve", TERECHT_STATE=str(folder / "new"))
    assert done.exit_code == 1
    assert "room-at-home.yaml:1:7" in done.stderr


def test_serve_starts_though_a_judged_question_is_lost(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("widget_server.web.serve.take_over", lambda: None)
    questions = folder / "index_data/national/judged/nl.yaml"
    questions.write_text("- {query: fietsenmaker, kind: word, expects: [room-at-home]}\n")
    assert run("serve", TERECHT_STATE=str(folder / "new")).exit_code == 0
    assert (folder / "new/current").exists()
    assert "nl zilverdam: fietsenmaker (word): expects room-at-home" in caplog.text


def test_serve_tells_when_the_kernel_is_not_compiled(
    run: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("widget_server.web.serve.take_over", lambda: None)
    for compiled in (True, False):
        monkeypatch.setattr("widget_server.web.prepare.COMPILED", compiled)
        assert run("serve", PORT=str(_free_port())).exit_code == 0
        assert ("no C compiler" in caplog.text) is not compiled


def test_serve_says_where_it_cannot_listen(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", PORT=str(port))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"cannot listen on 127.0.0.1, port {port}: Address already in use" in done.stderr
    assert "TERECHT_PORT" in done.stderr


def test_every_command_says_what_it_does() -> None:
    help_text = CliRunner().invoke(cli.main, ["--help"]).stdout
    for name, command in cli.main.commands.items():
        assert name in help_text
        assert command.help
        assert CliRunner().invoke(cli.main, [name, "--help"]).exit_code == 0


def test_the_command_is_installed(published: Path, cache: Path) -> None:
    command = Path(sys.executable).with_name("terecht")
    environment = os.environ | _environment(published, cache)
    done = subprocess.run(
        [command, "search", "собака", "--lang", "uk", "--municipality", "zilverdam"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" found\n")
