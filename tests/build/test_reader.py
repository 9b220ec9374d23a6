"""Bad text is refused with file, line and sentence, all of it in one run, and nothing is written."""

import os
import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_source import FILES, Folder

from kzexplorer import build as building
from kzexplorer.build.compiler import read
from kzexplorer.build.texts import MAX_FILE, MAX_LINE
from kzexplorer.build.values import MAX_TEXT

LEASE = "records/treaty/lease.toml"


def test_the_small_folder_is_good(folder):
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "L', 'titel = "L', "1: “titel” is not a key used here; do you mean “title”?"),
        ('title = "L', 'titel = "L', "1: the key “title” is missing"),
        ('"1994-12-10"', '"1994-13-10"', "2: begins: “1994-13-10” is not a day of the calendar"),
        ('"1994-12-10"', '"December"', "2: begins: “December” is not a date; write 2010, 2010-07,"),
        ('"1994-12-10"', "1994-12-10", "2: begins: should be a date in quotes, but is a date without"),
        ('"1994-12-10"', '"1996..1994"', "2: begins: “1996..1994” is not a date"),
        ("ongoing = true", "ongoing = 1", "4: ongoing: should be true or false, but is a whole number"),
        ("= 1\ncert", "= 4\ncert", "6: significance: should lie between 1 and 3"),
        ("= 1\ncert", "= true\ncert", "6: significance: should be a whole number, but is true or false"),
        ('"in_force"', '"in force"', "5: status: “in force” is not a word used here; do you mean “in_f"),
        ('"confirmed"', '"sure"', "7: certainty: “sure” is not a word used here; there are confirmed, "),
        ('place = "baikonur"', 'place = "x"', "9: place: there is no place “x”; there are baikonur"),
        ('"law"]', '"lew"]', "10: areas: there is no area “lew”; do you mean “law”?"),
        ('"law"]', '"launch-services"]', "10: areas: names “launch-services” twice"),
        ('"law"]', "7]", "10: areas: should be a slug in quotes, but is a whole number"),
        ('areas = ["launch-services", "law"]', 'areas = "law"', "10: areas: should be a list, but is text"),
        ('"tenant"', '"lodger"', "18: partners: role: “lodger” is not a word used here"),
        ('partner = "russia"', 'partner = "rusia"', "18: partners: partner: there is no partner “rusia”"),
        (', role = "tenant"', "", "18: partners: the key “role” is missing"),
        ('role = "tenant"', 'rolle = "tenant"', "18: partners: “rolle” is not a key used here"),
        ('{ partner = "russia", role = "tenant" },', '"russia",', "17: partners: should list tables, but "),
        ('source = "paper" }', 'source = "gazette", note = "page 1" }', "31: citations: names “gazette” twice"),
        ('date = "1995"', 'date = "95"', "24: steps: date: “95” is not a date"),
        ('note = "A note."', 'note = " "', "16: note: is empty; leave the key out when nothing is known"),
        ('note = "A note."', 'note = "a\\u0000b"', "16: note: holds the control character U+0000"),
        ('title = "L', 'title = "\\u2028L\\nL', "1: title: holds the control character U+000A"),
        ("115_000_000", str(2**63), "38: data: rent_usd_per_year: is a number too large to keep"),
        ("115_000_000", "9" * 5000, " a number is too large to keep"),
        ("46.5", "nan", "39: data: latitude: is not a finite number"),
        ("46.5", "2001-01-01", "39: data: latitude: should be text, a number, true or false, or a list, but"),
        ("latitude =", "Latitude =", "39: data: Latitude: is not a key"),
        ("[data]", "[exempt]", "37: exempt: should be text in quotes, but is a whole number"),
        ("[data]", "data = 1\n[more]", "37: data: should be a table, but is a whole number"),
        ("[data]", "[data", "37: this is not TOML: expected ']' at the end of a table declaration"),
        ('title = "L', 'title = "\\uD800L', "1: this is not TOML: escaped character is not a Unicode scal"),
        ('note = "A note."', 'note = """A', "43: this is not TOML: unterminated string"),
    ],
)  # fmt: skip
def test_each_fault_of_a_record_is_told_with_its_line(folder, old, new, said):
    folder.change(LEASE, old, new)
    problems = folder.problems()
    assert any(problem.removeprefix(f"{LEASE}:").startswith(said) for problem in problems), problems


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("partners/russia.toml", "55.75", "95.0", "7: latitude: should lie between -90 and 90 deg"),
        ("partners/russia.toml", "55.75", '"x"', "7: latitude: should be a number of degrees, but is"),
        ("partners/russia.toml", "55.75", "inf", "7: latitude: should lie between"),
        ("partners/russia.toml", "kk =", "de =", "3: names: “de” is not a language here; there are en"),
        ("partners/russia.toml", "en =", "en_ =", "3: names: “en_” is not a language here"),
        ("areas.toml", 'names = { en = "Law" }', "names = {}", "6: names: lacks the English name “en”"),
        ("areas.toml", 'names = { en = "Law" }', "names = 1", "6: names: should be a table { en ="),
        ("areas.toml", "[law]", "[Law]", "5: “Law” is not a slug; write small letters a-z, digits and single"),
        ("areas.toml", "[law]", "[launch-services]", "5: this is not TOML: cannot declare"),
        ("areas.toml", "[launch-", "law2 = 1\n[launch-", "1: “law2” should open a table: [law2]"),
        ("areas.toml", "[law]", '[law]\nmerged_from = ["A-1"]', "6: “merged_from” is not a key used here"),
        ("stages.toml", "[now]", '[now]\nmerged_from = ["S-1"]', "2: “merged_from” is not a key used here"),
        ("sources.csv", "official", "oficial", "2: grade: “oficial” is not a word used here; do you mean “off"),
        ("sources.csv", "paper,", "gazette,", "3: “gazette” stands on line 2 already"),
        ("sources.csv", "paper,", "Paper!,", "3: “Paper!” is not a slug"),
        ("sources.csv", "paper,", "paper,more,", "3: the row has 12 cells; there are 11 columns"),
        ("sources.csv", '"A ""paper"", daily"', '"A paper', "3: this is not a row of CSV on one line ("),
        ("sources.csv", "slug,title", "title,slug", "1: the first line should be slug,title,publisher,"),
        ("sources.csv", "gazette,The Gazette", "gazette,", "2: the key “title” is missing"),
        ("sources.csv", "\ngaz", "\n\ngaz", "2: the row has 0 cells"),
        ("places.csv", "45.9", "north", "2: latitude: should be a number of degrees, but is text"),
        ("coverage.csv", "it-began", "it-begun", "2: claims: there is no claim “it-begun”; do you mean"),
        ("baikonur-launches.csv", "1958,1", "01957,1", "3: year: should be a whole number, but is text"),
        ("baikonur.toml", "[{", '[{ family = "R-7", attempts = 0 }, {', "9: families: names “R-7” twice"),
        ("baikonur-launches.csv", "1958,1", "1958,one", "3: attempts: should be a whole number"),
        ("names.csv", "KazSat,", "Kaz Sat,", "2: “Kaz Sat” is not one word"),
        ("names.csv", "КазСат", "Байконур", "2: “baikonur”, as it is folded, stands in the group “baikonur”"),
        ("names.csv", "KazSat", "\nKazSat", "2: the line is empty"),
        ("edition.toml", "data_date", "date", "1: the key “data_date” is missing"),
    ],
)  # fmt: skip
def test_each_fault_of_another_file_is_told_with_its_line(folder, name, old, new, said):
    folder.change(name, old, new)
    problems = folder.problems()
    assert any(problem.removeprefix(f"{name}:").startswith(said) for problem in problems), problems


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xef\xbb\xbftitle = 1\n", ":1: a byte order mark stands in the text; save as UTF-8 without it"),
        (b"title = 1\r\n", ":1: the line ends with CR LF, or holds a CR; save with LF line ends"),
        (b'a = 1\ntitle = "\x00"\n', ":2: the line holds a NUL character; take it out"),
        (b'a = 1\n\ntitle = "\xff"\n', ":3: this is not UTF-8 text; save the file as UTF-8"),
        (b'title = "\xed\xa0\x80"\n', ":1: this is not UTF-8 text; save the file as UTF-8"),
        (b"title = 1\n#" + b"x" * MAX_LINE + b"\n", f":2: the line has {MAX_LINE + 1} characters"),
        (b"#" + b"x\n" * MAX_FILE, f": the file has {2 * MAX_FILE + 1} bytes; at most"),
        (b"title = " + b"[" * 50_000 + b"\n", ": lists or tables are nested too deeply"),
        (b"", ":1: the key “title” is missing"),
    ],
)
@pytest.mark.parametrize("name", [LEASE, "areas.toml", "sources.csv"])
def test_a_file_that_is_no_text_is_refused_as_a_whole(folder, name, data, said):
    folder.write(name, data)
    problems = folder.problems()
    if name == LEASE or "line" in said or "UTF" in said or "bytes" in said:
        assert any(problem.startswith(name + said) for problem in problems), problems
        # What refers to the file is not blamed for it.
        assert not [problem for problem in problems if "there is no record" in problem]


def test_a_ten_megabyte_line_is_one_sentence(folder):
    folder.write(LEASE, 'title = "' + "x" * 10_000_000 + '"\n')
    assert folder.problems() == [f"{LEASE}: the file has 10000011 bytes; at most {MAX_FILE} are read"]


def test_a_text_too_long_to_keep_is_refused(folder):
    folder.change(LEASE, "A note.", "x" * (MAX_TEXT + 1))
    assert folder.problems() == [f"{LEASE}:16: note: has {MAX_TEXT + 1} characters; at most {MAX_TEXT} are kept"]


def test_all_problems_are_told_in_one_run_in_order(folder):
    folder.change(LEASE, '"tenant"', '"lodger"')
    folder.change(LEASE, '"1994-12-10"', '"x"')
    folder.change("areas.toml", "[law]", "[Law]")
    folder.change("sources.csv", "official", "oficial")
    folder.write("partners/x.toml", "")
    folder.change("records/launch/launch.toml", 'citations = [{ source = "paper" }]', "")
    problems = folder.problems()
    files = [problem.split(":")[0] for problem in problems]
    assert files == sorted(files)
    assert {*files} == {LEASE, "areas.toml", "partners/x.toml", "records/launch/launch.toml", "sources.csv"}


def test_files_that_do_not_belong_are_told(folder):
    folder.write("notes.txt", "")
    folder.write("records/party/x.toml", "")
    folder.write("records/launch/x.yaml", "")
    folder.write("records/launch/lease.toml", "")
    folder.write("records/launch/A b.toml", "")
    folder.write(".git", "")
    folder.write("partners/.swp", "")
    problems = folder.problems()
    assert "notes.txt: this is not a file or folder the build reads" in problems
    assert "records/party: there is no kind of record “party”" in problems
    assert "records/launch/x.yaml: this is not a file the build reads; the files of entries end in .toml" in problems
    assert "records/treaty/lease.toml: there is another record “lease” in another folder" in problems
    assert any(p.startswith("records/launch/A b.toml: “A b” is not a slug") for p in problems)
    assert not [problem for problem in problems if ".git" in problem or ".swp" in problem]


@pytest.mark.parametrize("name", ["edition.toml", "areas.toml", "sources.csv", "names.csv", "baikonur.toml"])
def test_a_missing_file_is_told(folder, name):
    (folder.path / name).unlink()
    assert f"{name}: the file is missing" in folder.problems()


def test_a_missing_folder_is_told(folder, tmp_path):
    (folder.path / "conflicts" / "when.toml").unlink()
    (folder.path / "conflicts").rmdir()
    assert folder.problems() == ["conflicts: the folder cannot be read (No such file or directory)"]
    [problem] = building.build(tmp_path / "nowhere", tmp_path / "out.db")
    assert str(problem) == f"{tmp_path / 'nowhere'}: there is no such folder"


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes")
def test_a_pipe_in_a_files_place_does_not_hang(folder):
    (folder.path / LEASE).unlink()
    os.mkfifo(folder.path / LEASE)
    (folder.path / "areas.toml").unlink()
    (folder.path / "areas.toml").mkdir()
    problems = folder.problems()
    assert f"{LEASE}: this is not a file" in problems
    assert "areas.toml: this is not a file" in problems


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="may read everything")
def test_an_unreadable_file_is_told(folder):
    (folder.path / LEASE).chmod(0)
    assert folder.problems() == [f"{LEASE}: the file cannot be read (Permission denied)"]


def test_a_file_that_the_system_does_not_give_is_told(folder, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    found, problems = read(folder.path)
    assert found is None
    assert all("the file cannot be read (Permission denied)" in str(problem) for problem in problems)


@pytest.mark.parametrize(
    "text", ["<b>x</b><script>", "=cmd()|' /C calc'!A0", "file:///etc/passwd", "x" * 5000, "\u202e\u200fx"]
)
def test_hostile_text_is_only_text(folder, text):
    folder.change(LEASE, "A note.", text)
    assert folder.problems() == []
    found, _ = read(folder.path)
    assert next(r for r in found.records if r.slug == "lease").note == text.strip()


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), data=st.data())
def test_no_change_of_bytes_is_more_than_a_problem(tmp_path_factory, seed, data):
    folder = Folder(tmp_path_factory.mktemp("fuzz") / "source")
    chance = random.Random(seed)
    name = data.draw(st.sampled_from(sorted(FILES)))
    text = bytearray(FILES[name].encode())
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text))
        text[at : at + chance.randint(0, 3)] = chance.choice(
            [b"", b'"', b"\n", b"[", b"]]", b"\xff", b"=", b"{", b"0", b","]
        )
        text = text or bytearray(b"x")
    folder.write(name, bytes(text))
    building.build(folder.path, folder.path.parent / "out.db")
