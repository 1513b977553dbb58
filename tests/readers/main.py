"""Opens every letter of every sample, and the letters, signatures and feeds of a small installation, in readers that are not ours."""

import subprocess
import sys
from pathlib import Path

import agreement
import story
from checks import Checks, Wrong
from letter import Letter, Written, carries_calendar_rightly, says_the_same_twice, well_formed

LANGUAGES = ("nn", "nb", "sv", "en")


def main(program, folder):
    checks = Checks()
    samples(checks, program, Path(folder, "samples"))
    try:
        story.tell(checks, program, Path(folder, "installation"), examine)
    except Wrong as wrong:
        checks.failed += 1
        print(wrong, file=sys.stderr)
    checks.end()


def samples(checks, program, folder):
    """Every page and letter of every sample in every language."""
    run = subprocess.run([program, "render", "--to", str(folder)], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"`moteplass render` failed: {run.stderr or run.stdout}", file=sys.stderr)
        sys.exit(1)
    names = {language: {str(file.relative_to(folder / language)) for file in (folder / language).rglob("*.*")} for language in LANGUAGES}
    for language in LANGUAGES:
        checks.check(f"{language}: the same pages and letters as in the others", all_there, names, language)
    for file in sorted(folder.rglob("*.html")):
        checks.check(f"page {file.relative_to(folder)}", whole_page, file)
    for subject in sorted(folder.rglob("*-subject.txt")):
        name = subject.relative_to(folder).as_posix().removesuffix("-subject.txt")
        checks.check(f"letter {name}: text and HTML say the same", sample_says_the_same_twice, subject)
    letters = sorted(folder.rglob("*.eml"))
    examine(checks, {str(file.relative_to(folder)): Letter(file.name, file.read_bytes()) for file in letters})


def sample_says_the_same_twice(subject):
    body = lambda kind: subject.with_name(subject.name.replace("-subject.txt", f"-body.{kind}")).read_text("utf-8")
    says_the_same_twice(Written(subject.read_text("utf-8").strip(), body("txt"), body("html")))


def examine(checks, letters):
    """Every letter by itself; then those with calendars in all readers."""
    for name, letter in letters.items():
        checks.check(f"{name}: headers and parts", well_formed, letter)
        checks.check(f"{name}: text and HTML say the same", says_the_same_twice, letter)
        if letter.calendar:
            checks.check(f"{name}: the calendar's part", carries_calendar_rightly, letter)
    seen = agreement.read_by_all(checks, {name: letter.calendar for name, letter in letters.items() if letter.calendar})
    for name, event in seen.items():
        checks.check(f"{name}: calendar and letter agree", agreement.as_the_letter_says, letters[name], event)
    return seen


def all_there(names, language):
    others = set.union(*names.values())
    if not others:
        raise Wrong("nothing was rendered")
    if names[language] != others:
        raise Wrong(f"without {sorted(others - names[language])}")


def whole_page(file):
    page = file.read_text("utf-8").strip()
    if not page.endswith("</html>"):
        raise Wrong("the page does not end with </html>")


main(*sys.argv[1:])
