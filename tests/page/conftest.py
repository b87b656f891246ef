"""The page as it is released, made once, and a person who uses it in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import in_chromium
from pagina import Uses, build
from programs import nodig


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as it is released."""
    nodig("npm", "npm")
    target = tmp_path_factory.mktemp("pagina") / "kaderxl.html"
    build(target)
    return target


@pytest.fixture
def uses(page: Path, tmp_path: Path) -> Uses:
    """A person who follows a scenario of page.cjs with the files of a folder."""

    def follow(scenario: str, folder: Path) -> dict[str, Any]:
        came = in_chromium("page.cjs", tmp_path / "profiel", page, scenario, folder, seconds=600)
        assert came["errors"] == []
        outside = [r for r in came["requests"] if not r.startswith(("blob:", page.as_uri()))]
        assert outside == [], "it asked something of a network"
        for screen in came.get("views", {}).values():
            for view in screen.values():
                assert view["violations"] == []
                assert view["passes"] > 30
                assert view["fits"], "the page scrolls sideways"
        return came

    return follow
