"""Nothing of a text, of its name, or of a pack of facts becomes part of a page but as words.

The policy of a page would stop a foreign script. These tests look whether one gets there at all:
each hostile word tries to make an element or an attribute called `x-evil`, or to close what it
stands in, and no page may have either.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.conftest import Visiting
from tests.browser.pages import KINDS, Kind, compile_pack, make
from tests.browser.visits import Look, Visit

ELEMENT = "<x-evil>"
ATTRIBUTE = '" x-evil="1" onclick="hit()" \' x-evil=\'1'
ENDS = "</script><x-evil></style><x-evil></title><x-evil>--><x-evil>]]><x-evil></svg><x-evil>"
TEMPLATE = "{{ 7 * 191 }}{% raw %}{{ cycler.__init__ }}"
ODD = "\x01\x1b[31m\x7f\u202eevil\u202c\u2066\ufeff 👩‍👩‍👧‍👦 \U0001f3f4\U000e0067"
HOSTILE = f"{ELEMENT}{ATTRIBUTE}{ENDS}{TEMPLATE}"

FORGED = (
    "&#xE000;&#xE010;&#xE001; &#57344;&#xe019;&#xe019;&#xe001 "
    "<https://example.org/%EE%80%80%EE%80%90%EE%80%81> "
    '![&#xE000;&#xE010;&#xE001;](data:, "&#xE000;&#xE010;&#xE001;")'
)
TEXT = f"""# {HOSTILE} rises

In 1905 Tom {ELEMENT} Reed founded the Guild of Tarn <img src="data:," onerror="hit()">. Tom
Reed died in 1910 {ATTRIBUTE} in Velin. {ENDS} Tom Reed was born in 1931. <script>hit()</script>

- Tom Reed was expelled from the {HOSTILE} in 1908.
- [Tom Reed](javascript:hit()) died in Oldport in 1912. <javascript:hit()> <svg onload=hit()>

> "In 1931 Tom Reed wrote {HOSTILE}," says Dorn.

| {ELEMENT} | b |
|---|---|
| Tom Reed died in 1910. | {ATTRIBUTE} |

{FORGED} In 1926 Tom Reed was expelled. {FORGED}

{ODD} In 1931 Tom Reed, {ODD}, denounced the Guild of Tarn. משה דיין was born in 1931 {ENDS}.

```{ATTRIBUTE}
{HOSTILE}
```
"""
PACK = {
    "pack.toml": """name = "evil"
title = "A pack '<x-evil>"
version = "1.0"
licence = "CC0-1.0"
editors = ["<x-evil>"]
scope = "</script><x-evil>"
""",
    "sources.yaml": """
- {id: kell, author: 'M. <x-evil> Kell', title: 'A </script><x-evil> "history" x-evil="1',
   work: 'A <x-evil>', year: "1901", kind: scholarly, family: kell, quality: decent,
   url: 'https://example.org/''?x-evil=</script><x-evil>'}
""",
    "people.yaml": """
- {id: tom-reed, name: Tom Reed, aliases: ['Tom <x-evil> Reed'], sources: kell, confidence: high}
""",
    "organisations.yaml": """
- {id: guild, name: 'Guild of Tarn', aliases: ['</svg><x-evil>'], kind: guild, sources: kell,
   confidence: high}
""",
    "facts/all.yaml": """
- {id: reed-birth, type: birth, roles: {person: tom-reed}, when: 1870, sources: kell,
   confidence: high, note: '</title><x-evil>'}
- {id: reed-death, type: death, roles: {person: tom-reed}, when: 1912-03-04, sources: kell,
   confidence: high, note: '" x-evil="1'}
- {id: guild-founding, type: founding, roles: {thing: guild, founder: tom-reed}, when: 1905,
   sources: kell, confidence: high}
""",
}
INJECTED = """() => ({
  evil: document.querySelectorAll("x-evil, [x-evil], [onclick], [onerror], [onload]").length,
  strange: [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))]
    .filter((name) => ["img", "iframe", "object", "embed", "base", "video", "audio", "math",
      "foreignObject", "image", "frame", "applet", "marquee", "x-evil"].includes(name)),
  scripts: [...document.querySelectorAll("script")].map((one) => one.type),
  schemes: [...new Set([...document.querySelectorAll("a")].map((one) => one.getAttribute("href")))]
    .filter((href) => href !== null && !/^(#|https?:\\/\\/)/.test(href)),
  computed: document.body.textContent.includes("1337"),
  twice: [...document.querySelectorAll("[id]")].map((one) => one.id)
    .filter((id, at, all) => all.indexOf(id) !== at),
  bodies: document.querySelectorAll("body, head, main").length,
})"""
NOTHING_INJECTED = {
    "evil": 0,
    "strange": [],
    "schemes": [],
    "twice": [],
    "computed": False,
    "bodies": 3,
}


@pytest.fixture(scope="session")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reference whose every word is hostile."""
    pack = tmp_path_factory.mktemp("evil") / "evil"
    for name, text in PACK.items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(text, encoding="utf-8")
    return compile_pack(pack, tmp_path_factory.mktemp("reference"))


def is_untouched(seen: Visit, kind: Kind) -> None:
    """The page is only what Bede made of it."""
    found = seen.ask(INJECTED)
    scripts = found.pop("scripts")
    pictures = ["img"] if kind.words[0] == "page" else []  # those of its author stay
    found["strange"] = [name for name in found["strange"] if name not in pictures]
    assert found == NOTHING_INJECTED
    data = ["application/ld+json"] if kind.words[0] == "page" else []
    assert scripts == data + ([""] if kind.name != "dates" else [])


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
@pytest.mark.parametrize("ending", [".md", ".txt", ".html"])
def test_nothing_is_injected(
    tmp_path: Path, evil: Path, visit: Visiting, kind: Kind, ending: str
) -> None:
    """By a text, by the name of its file, or by a reference."""
    path = tmp_path / f"<x-evil>\" x-evil='1' & \u202eevil{ending}"
    path.write_text(TEXT, encoding="utf-8")
    words = ["--reference", str(evil)] if kind.judged else []
    page = make(kind, [path], tmp_path, *words)
    seen = visit(page)
    seen.unfold()
    is_untouched(seen, kind)
    for mark in seen.page.locator("article a, mark").all()[:30]:
        mark.hover()
    is_untouched(seen, kind)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_without_the_policy_nothing_runs_either(
    tmp_path: Path, evil: Path, visit: Visiting, kind: Kind
) -> None:
    """The policy is the second wall, not the first."""
    path = tmp_path / "evil.md"
    path.write_text(TEXT, encoding="utf-8")
    page = make(kind, [path], tmp_path, *(["--reference", str(evil)] if kind.judged else []))
    text = page.read_text(encoding="utf-8")
    assert text.count("Content-Security-Policy") == 1
    page.write_text(text.replace("Content-Security-Policy", "no-policy"), encoding="utf-8")
    seen = visit(page)
    is_untouched(seen, kind)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_names_that_run_the_other_way_turn_nothing_round(
    tmp_path: Path, visit: Visiting, kind: Kind
) -> None:
    """Right-to-left names and overrides stay inside their words: the page runs left to right."""
    path = tmp_path / "other.md"
    path.write_text(TEXT + "\nמשה was born in 1915.\n", encoding="utf-8")
    seen = visit(make(kind, [path], tmp_path), Look("light"))
    assert seen.ask("getComputedStyle(document.body).direction") == "ltr"
    footer = seen.page.locator("footer p").first
    assert footer.evaluate("one => getComputedStyle(one).direction") == "ltr"
