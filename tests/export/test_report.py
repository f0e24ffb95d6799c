"""The report is one file that shows a page, runs nothing of the page's, and asks nothing of the network."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kawat.export.report import report_html
from kawat.nouns.reading import plain_reading
from tests.readings import ARTICLE, READING, TEXT, TWELVE

HOSTILE = "<script>alert(1)</script> \"'& <img src=x onerror=alert(2)> \u202egnorw </title></style>"
OWN_ERRANDS = re.compile(r"https?://[a-z0-9.]+\.(?:google|googleapis)\.com/")  # what the browser asks for by itself
CHROMIUM = shutil.which("chromium")


class Seen(HTMLParser):
    """The elements of a document, the ids it defines, the links inside it and the words it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        """Note what is shown."""
        self.words += data


def seen(html: str) -> Seen:
    """The document as a browser would take it apart."""
    parser = Seen()
    parser.feed(html)
    return parser


def hostile_row() -> dict[str, Any]:
    """A reading whose title, outlet and warnings try to break out."""
    article = replace(ARTICLE, text=HOSTILE + TEXT[len(HOSTILE):], outlet=HOSTILE, path=HOSTILE, language='en" onload="x')
    row = plain_reading(replace(READING, article=article, warnings=(HOSTILE,), fingerprint=HOSTILE))
    row["article"]["title"] = {"start": 0, "end": len(HOSTILE), "text": HOSTILE}
    row["events"][0]["actors"][0]["name"] = HOSTILE
    row["attributions"][0]["hops"][0]["name"] = HOSTILE
    return row


def test_every_word_of_the_page_is_shown() -> None:
    """The text is whole, in its order, with the private name masked."""
    shown = " ".join(seen(report_html(plain_reading(READING))).words.split())
    assert "Norland's army shelled the border town of Eastford on Tuesday, killing at least 12 people, the mayor said." in shown
    assert "▮, a baker, lost her brother in the attack." in shown
    assert "Sund" not in shown
    assert "Mira Sund" in seen(report_html(plain_reading(READING), private_names=True)).words


def test_every_record_links_to_its_words_and_back() -> None:
    """A link leads to an id that exists, and no id stands twice."""
    page = seen(report_html(plain_reading(READING)))
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link[1:] not in page.ids} == set()
    assert len([i for i in page.ids if i.startswith("r-")]) == 10


def test_what_a_page_says_is_never_markup() -> None:
    """Hostile words are shown as words: one script, no image, no event attribute, no direction override."""
    html = report_html(hostile_row())
    page = seen(html)
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "\u202e" not in html
    assert "alert(1)" in page.words


def test_nothing_is_fetched_from_outside() -> None:
    """No address of another host, and a policy that lets only our own style and script through."""
    html = report_html(plain_reading(READING))
    assert not re.findall(r"""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//""", html)
    assert "default-src 'none'" in html
    assert "unsafe-inline" not in html


def browsed(page: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The page after chromium has run it: its elements on stdout, its console on stderr."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--v=0", "--host-resolver-rules=MAP * ~NOTFOUND",
             f"--user-data-dir={page.parent / 'profile'}", "--virtual-time-budget=2000", "--dump-dom", *more]
    return subprocess.run([str(CHROMIUM), *flags, page.as_uri()], capture_output=True, text=True, timeout=120, check=True)


needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="browser: chromium is not installed (apt-get install chromium)")


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("row", [plain_reading(READING), hostile_row()], ids=["page", "hostile"])
def test_a_browser_shows_it_without_an_error_or_a_request(row: dict[str, Any], tmp_path: Path) -> None:
    """Chromium runs our script, reports nothing on its console and asks no address but the file's own."""
    page, log = tmp_path / "page.html", tmp_path / "net.json"
    page.write_text(report_html(row), encoding="utf-8")
    done = browsed(page, f"--log-net-log={log}")
    assert "CONSOLE" not in done.stderr, done.stderr
    assert 'class="card events"' in done.stdout
    requested = re.findall(r'"url":\s*"((?:https?|wss?)://[^"]*)"', log.read_text(encoding="utf-8"))
    assert [address for address in requested if not OWN_ERRANDS.match(address)] == []


@pytest.mark.browser
@needs_browser
def test_pointing_at_a_record_lights_its_words(tmp_path: Path) -> None:
    """The trigger, the arguments, the record and its chain light up; a click on words leads to their record."""
    asks = """<script>
      document.querySelector(".card.events").dispatchEvent(new Event("mouseenter"));
      const lit = (name) => [...document.querySelectorAll(name)].map((element) => element.textContent);
      const found = [lit(".on-anchor"), lit(".on-argument"), document.querySelectorAll(".card.on, .chain.on").length];
      document.querySelector("a.mark.figures").click();
      document.title = JSON.stringify([...found, document.activeElement.id]);
    </script></body>"""
    page = tmp_path / "page.html"
    free = re.sub(r"<meta http-equiv[^>]*>", "", report_html(plain_reading(READING)))  # the policy would rightly stop this test's script
    page.write_text(free.replace("</body>", asks), encoding="utf-8")
    said = re.search(r"<title>(.*?)</title>", browsed(page).stdout)
    assert said is not None
    assert json.loads(said[1]) == [["shelled"], ["Norland's army", "Eastford", "Tuesday", "▮, a baker"], 2, f"r-{TWELVE.id}"]
