"""A municipality's name is the first part of its pages' addresses."""

from flask import Flask

from widget_server.content.layers import TAKEN


def test_no_municipality_can_be_named_like_an_address_of_the_server(make_app: object) -> None:
    app = make_app()  # type: ignore[operator]
    assert isinstance(app, Flask)
    firsts = {rule.rule.split("/")[1] for rule in app.url_map.iter_rules()}
    fixed = {first for first in firsts if first and not first.startswith(("<", ".")) and "." not in first}
    assert fixed == TAKEN
