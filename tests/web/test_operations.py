import re

from flask.testing import FlaskClient


def test_the_process_is_healthy_and_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ready", "generation": "000007"}


def test_requests_are_counted_by_route_and_status_without_what_was_asked(client: FlaskClient) -> None:
    client.get("/borger-odoorn/entries/geheim?q=geheim")
    client.get("/geheim/geheim/geheim")
    client.get("/api/v1/search?q=geheim&municipality=borger-odoorn")
    client.get("/api/v1/search?q=geheim&municipality=borger-odoorn")
    text = client.get("/metrics").get_data(as_text=True)
    assert re.search(r'requests_total\{.*route="/api/v1/search",status="200"\} 2\n', text)
    assert re.search(r'requests_total\{.*route="/<municipality>/entries/<entry_id>",status="404"\} 1\n', text)
    assert "geheim" not in text


def test_every_line_is_one_that_prometheus_reads(client: FlaskClient) -> None:
    client.get("/")
    line = re.compile(r'# (HELP|TYPE) [a-z_]+ .+|[a-z_]+\{([a-z]+="[^"\\]*",?)+\} \d+(\.\d+)?(e-\d+)?')
    reply = client.get("/metrics")
    assert reply.mimetype == "text/plain"
    assert all(line.fullmatch(each) for each in reply.get_data(as_text=True).splitlines())
