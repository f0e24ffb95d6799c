"""Files, folders, globs, streams and lines become pages, and every fault one line in its place."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from kawat.errors import BadInput
from kawat.nouns.article import Page
from kawat.page import Options, article, pages

TEXT = "Norland votes\n\nNorland voted on Friday, its election office said in the capital.\n"
HTML = "<html lang='en'><h1>Norland votes</h1><p>Norland voted on Friday, its election office said in the capital that day.</p></html>"


def paths(found: list[Page | BadInput]) -> list[str]:
    """What messages would call these pages."""
    return [page.path if isinstance(page, Page) else f"! {page}" for page in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pages of every kind, a folder below, and files that are no pages."""
    (tmp_path / "below").mkdir()
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "a.TXT").write_text(TEXT)
    (tmp_path / "below" / "c.html.gz").write_bytes(gzip.compress(HTML.encode()))
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": TEXT, "id": "n1"}) + "\n" + json.dumps({"html": HTML, "id": 7}) + "\n")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    return tmp_path


def test_a_folder_gives_its_pages_in_order(folder: Path) -> None:
    """A folder is read with those below it, by name, and what is no page is left alone."""
    found = list(pages([str(folder)]))
    assert paths(found) == [f"{folder}/{name}" for name in ("a.TXT", "b.html", "d.jsonl: line 1", "d.jsonl: line 2", "below/c.html.gz")]
    assert [page.form for page in found if isinstance(page, Page)] == ["text", "html", "text", "html", "html"]


def test_a_glob_gives_what_it_matches(folder: Path) -> None:
    """A pattern gives its matches by name, below folders too, and one line where nothing matches."""
    assert paths(list(pages([f"{folder}/**/*.html*"]))) == [f"{folder}/b.html", f"{folder}/below/c.html.gz"]
    assert paths(list(pages([f"{folder}/*.htm"]))) == [f"! {folder}/*.htm: nothing matches. Check the pattern"]


@pytest.mark.parametrize(("content", "form"), [(TEXT.encode(), "text"), (HTML.encode(), "html"), (gzip.compress(HTML.encode()), "html"),
                                               (b"\xef\xbb\xbf\n" + HTML.encode(), "html")])
def test_a_stream_tells_its_form_by_its_start(content: bytes, form: str) -> None:
    """Standard input is markup, or text, by its first character."""
    page, = pages(["-"], stdin=io.BytesIO(content))
    assert isinstance(page, Page) and (page.path, page.form, page.content) == ("-", form, content)


def test_a_stream_of_objects_is_read_by_lines() -> None:
    """Standard input that begins with an object is one page a line."""
    lines = "".join(json.dumps({"text": TEXT, "id": str(n)}) + "\n" for n in range(3))
    assert [page.id for page in pages(["-"], stdin=io.BytesIO(lines.encode())) if isinstance(page, Page)] == ["0", "1", "2"]


def test_bad_lines_lose_nothing_else(tmp_path: Path) -> None:
    """Each bad line of a file of objects is one line naming it, and the others are read."""
    bad = ["{not json", '["text"]', '{"id": "x"}', '{"text": 5}', "\xff", '{"text": "' + "x" * 20]
    file = tmp_path / "p.jsonl"
    lines = [json.dumps({"text": TEXT}), *bad, json.dumps({"html": HTML})]
    file.write_bytes(b"\xef\xbb\xbf" + b"\n\n".join(line.encode("latin-1") for line in lines))
    found = list(pages([str(file)]))
    faults = [str(fault) for fault in found if isinstance(fault, BadInput)]
    assert [page.path for page in found if isinstance(page, Page)] == [f"{file}: line 1", f"{file}: line 15"]
    assert [fault.split(": ")[1] for fault in faults] == [f"line {n}" for n in (3, 5, 7, 9, 11, 13)]
    assert all("\n" not in fault for fault in faults)


def test_what_a_line_says_is_kept(tmp_path: Path) -> None:
    """The fields of an object become those of its page, and fields nobody knows are left alone."""
    file = tmp_path / "p.jsonl"
    file.write_text(json.dumps({"text": TEXT, "id": "n1", "url": "https://example.org/1", "date": "2031-04-02", "title": "Norland votes",
                                "outlet": "The Courier", "lang": "en", "likes": 12}))
    read = article(next(page for page in pages([str(file)], options=Options(date="2030-01-01")) if isinstance(page, Page)))
    assert (read.id, read.url, read.published, read.published_basis) == ("n1", "https://example.org/1", "2031-04-02", "argument")
    assert (read.outlet, read.language, read.text) == ("The Courier", "en", TEXT)


def test_half_a_character_in_a_line_is_replaced(tmp_path: Path) -> None:
    """A lone surrogate costs its own character, not the page."""
    (tmp_path / "p.jsonl").write_text('{"text": "Norland \\ud83d votes on Friday."}')
    page, = pages([str(tmp_path)])
    assert isinstance(page, Page) and article(page).text == "Norland \ufffd votes on Friday."


def test_faults_of_files_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file, a dangling link, a kind nobody knows, an empty folder and a forbidden file each say what to do."""
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "empty").mkdir()
    (tmp_path / "shut.txt").write_text(TEXT)
    opened = Path.open

    def refuse(self: Path, *args: str) -> object:
        if self.name == "shut.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    found = list(pages([str(tmp_path / name) for name in ("none.txt", "x.pdf", "gone.txt", "empty", "shut.txt", "a\0b.txt")]))
    said = [str(fault) for fault in found if isinstance(fault, BadInput)]
    assert len(said) == len(found) == 6
    faults = ("no such file", "not a kind of page", "No such file", "no page in this folder", "Permission denied", "")
    for line, fault in zip(said, faults, strict=True):
        assert fault in line and "\n" not in line and line.count(". ") >= 1


def test_an_input_too_large_to_hold_is_never_held(tmp_path: Path) -> None:
    """A file or a stream of fifty megabytes is refused after its first sixteen, and what follows is read."""
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    (tmp_path / "small.txt").write_text(TEXT)
    big, small, stream = pages([str(tmp_path), "-"], stdin=io.BytesIO(b"x" * 20_000_000))
    assert isinstance(big, BadInput) and isinstance(stream, BadInput) and isinstance(small, Page)
    assert "larger than 16 MB" in str(big) and "larger than 16 MB" in str(stream)
